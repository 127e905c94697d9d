const fs = require('graceful-fs');
module.exports.stop = function stop(pidFile) {
  fs.existsSync(pidFile) && fs.unlinkSync(pidFile); // RACE
};
