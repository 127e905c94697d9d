// safe: compared with the largest as it is in the callback
var fs = require('fs');

var largest = { name: '', size: 0 };

exports.consider = function (file, done) {
  fs.stat(file, function (err, info) {
    if (err) return done(err);
    if (info.size > largest.size) {
      largest = { name: file, size: info.size };
    }
    done(null, largest);
  });
};
