// safe: made once, kept
const fs = require('fs');

exports.init = (path) => {
  try {
    fs.writeFileSync(path, '{}', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
};
