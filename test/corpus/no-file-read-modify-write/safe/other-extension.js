// safe: the written path has another extension
const fs = require('fs').promises;

exports.compile = async (name) => {
  const source = await fs.readFile(`${name}.md`, 'utf8');
  await fs.writeFile(`${name}.html`, `<pre>${source}</pre>`);
};
