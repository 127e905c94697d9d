const fs = require('fs');

exports.replaceSocket = function replaceSocket(file, text, done) {
  fs.unlink(file, () => {}); // RACE
  fs.writeFile(file, text, done);
};
