// safe: the callback looks at the code
const fs = require('fs');

exports.setup = (dir, cb) => {
  fs.exists(dir, (found) => {
    if (found) return cb();
    fs.mkdir(dir, (err) => {
      if (err && err.code !== 'EEXIST') return cb(err);
      cb();
    });
  });
};
