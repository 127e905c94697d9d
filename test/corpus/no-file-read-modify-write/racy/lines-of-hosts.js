const { createReadStream } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const readline = require('node:readline');
const express = require('express');

const LIST = '/etc/proxy/blocked.txt';

async function unblock(host) {
  const kept = [];
  for await (const entry of readline.createInterface({ input: createReadStream(LIST) })) {
    if (entry.trim() !== host) kept.push(entry);
  }
  await writeFile(LIST, kept.join('\n')); // RACE
}

const app = express();
app.delete('/blocked/:host', async (req, res) => {
  await unblock(req.params.host);
  res.sendStatus(204);
});

module.exports = app;
