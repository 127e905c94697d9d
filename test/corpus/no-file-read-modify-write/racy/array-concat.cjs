const { readFileSync, writeFileSync } = require('fs');

async function archive(fetchPage) {
  const known = JSON.parse(readFileSync('archive.json', 'utf8'));
  const page = await fetchPage(known.length);
  writeFileSync('archive.json', JSON.stringify(known.concat(page.items))); // RACE
}

module.exports = archive;
