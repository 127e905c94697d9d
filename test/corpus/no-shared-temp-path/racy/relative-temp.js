const fs = require('fs');
const path = require('path');

exports.mix = async (left, right, encode) => {
  const list = path.join(__dirname, 'temp', 'list.txt');
  await fs.promises.writeFile(list, `file '${left}'\nfile '${right}'`); // RACE
  return encode(list);
};
