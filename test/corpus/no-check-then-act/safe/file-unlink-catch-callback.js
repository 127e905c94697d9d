// Safe: ENOENT is looked at.
const fs = require('fs');
exports.remove = (file, done) => {
  fs.stat(file, (err) => {
    if (err) return done(null, false);
    fs.unlink(file, (err) => {
      if (err && err.code === 'ENOENT') return done(null, false);
      done(err, !err);
    });
  });
};
