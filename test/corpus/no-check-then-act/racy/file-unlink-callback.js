const fs = require('fs');

module.exports = function removeSocket(socket, done) {
  fs.stat(socket, (err, info) => {
    if (err) return done(null);
    fs.unlink(socket, done); // RACE
  });
};
