// safe: one descriptor from check to write
const fs = require('fs');

exports.reset = (file) => {
  const fd = fs.openSync(file, 'r+');
  const info = fs.fstatSync(fd);
  if (info.size > 0) fs.ftruncateSync(fd, 0);
  fs.closeSync(fd);
};
