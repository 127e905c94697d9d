// safe: nobody minds if it is gone
const fs = require('fs');

exports.cleanup = (file) => {
  if (fs.existsSync(file)) {
    try {
      fs.unlinkSync(file);
    } catch {}
  }
};
