var fs = require('fs');

exports.setup = function (dir, cb) {
  fs.exists(dir, function (found) {
    if (found) return cb();
    fs.mkdir(dir, cb); // RACE
  });
};
