const { createReadStream } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const readline = require('node:readline');

const LIST = '/etc/proxy/blocked.txt';

// Asked at a terminal: one person, one change after the other.
async function unblock(host) {
  const kept = [];
  for await (const entry of readline.createInterface({ input: createReadStream(LIST) })) {
    if (entry.trim() !== host) kept.push(entry);
  }
  await writeFile(LIST, kept.join('\n'));
}

const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
terminal.question('Host? ', async (host) => {
  await unblock(host);
  terminal.close();
});
