// safe: the same name in another folder
const fs = require('fs-extra');
const path = require('path');

module.exports = async (name) => {
  const template = await fs.readFile(path.join('templates', name), 'utf8');
  await fs.outputFile(path.join('dist', name), template.replace('%NAME%', name));
};
