var fs = require('fs');
var os = require('os');
var path = require('path');
var exec = require('child_process').exec;
module.exports = function format(css, cb) {
  var file = path.join(os.tmpdir(), 'style.css');
  fs.writeFile(file, css, function (err) { // RACE
    if (err) return cb(err);
    exec('prettier ' + file, function (err, out) {
      fs.unlink(file, function () { cb(err, out); });
    });
  });
};
