const fse = require('fs-extra');
module.exports = function seed(file, rows) {
  return fse.pathExists(file).then((there) => {
    if (there) return false;
    return fse.writeJson(file, rows).then(() => true); // RACE
  });
};
