// safe: a build step that runs once
const fs = require('fs');

if (!fs.existsSync('dist/version.txt')) {
  fs.writeFileSync('dist/version.txt', process.env.VERSION || '0.0.0');
}
