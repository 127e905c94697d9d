const fs = require('fs');
exports.claim = function (file, owner, cb) {
  fs.stat(file, (err, st) => {
    if (err && err.code === 'ENOENT') {
      fs.writeFile(file, owner, (e) => cb(e, true)); // RACE
    } else if (err) cb(err);
    else cb(null, false);
  });
};
