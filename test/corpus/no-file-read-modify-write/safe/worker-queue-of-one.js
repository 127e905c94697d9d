// Safe: the queue runs one entry at a time, in the only process that writes the file.
const { readFile, writeFile } = require('fs/promises');
const queue = require('fastq').promise(enter, 1);

async function enter({ guest, words }) {
  const book = JSON.parse(await readFile('guests.json', 'utf8'));
  book.push({ guest, words });
  await writeFile('guests.json', JSON.stringify(book));
}

exports.sign = (guest, words) => queue.push({ guest, words });
