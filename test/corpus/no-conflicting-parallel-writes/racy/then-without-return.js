const fs = require('fs/promises');

module.exports.rotate = async function rotate(file, text) {
  fs.unlink(file).then(() => console.log('removed', file));
  await fs.writeFile(file, text); // RACE
};
