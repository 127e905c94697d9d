const { readFile, writeFile } = require('fs/promises');
const queue = require('fastq').promise(enter, 4);

async function enter({ guest, words }) {
  const book = JSON.parse(await readFile('guests.json', 'utf8'));
  book.push({ guest, words });
  await writeFile('guests.json', JSON.stringify(book)); // RACE
}

exports.sign = (guest, words) => queue.push({ guest, words });
