const { promisify } = require('util');
const fs = require('fs');
const readFile = promisify(fs.readFile);
const writeFile = promisify(fs.writeFile);

module.exports.addRow = async (row) => {
  const csv = await readFile('report.csv', 'utf8');
  const rows = csv.trim().split('\n');
  rows.push(row.join(','));
  await writeFile('report.csv', rows.join('\n') + '\n'); // RACE
};
