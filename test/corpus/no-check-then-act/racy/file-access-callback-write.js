const fs = require('node:fs');
exports.initProfile = (file, profile, callback) => {
  fs.access(file, fs.constants.F_OK, (missing) => {
    if (!missing) return callback(null, false);
    fs.writeFile(file, JSON.stringify(profile), (err) => { // RACE
      callback(err, !err);
    });
  });
};
