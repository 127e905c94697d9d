// safe: one process makes its settings, once, before it serves anybody
const { existsSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const { handle } = require('./handle');

const SETTINGS = '/var/lib/board/settings.json';

function seed() {
  if (!existsSync(SETTINGS)) writeFileSync(SETTINGS, JSON.stringify({ theme: 'plain' }));
}

function main() {
  seed();
  http.createServer(handle).listen(8080);
}

main();
