var fs = require('fs');
var os = require('os');

exports.edit = function (text, launch, done) {
  var file = os.tmpdir() + '/COMMIT_EDITMSG';
  fs.writeFile(file, text, function (err) { // RACE
    if (err) return done(err);
    launch(file, function () {
      fs.readFile(file, 'utf8', done);
    });
  });
};
