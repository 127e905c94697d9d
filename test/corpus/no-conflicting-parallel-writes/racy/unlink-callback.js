const fs = require('fs');

exports.replaceSocket = function replaceSocket(file, text, done) {
  fs.unlink(file, () => {});
  fs.writeFile(file, text, done); // RACE
};
