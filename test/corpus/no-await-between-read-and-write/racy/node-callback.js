var fs = require('fs');

var largest = { name: '', size: 0 };

exports.consider = function (file, done) {
  var best = largest;
  fs.stat(file, function (err, info) {
    if (err) return done(err);
    if (info.size > best.size) {
      largest = { name: file, size: info.size }; // RACE
    }
    done(null, largest);
  });
};
