const cluster = require('node:cluster');
const { existsSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const { randomBytes } = require('node:crypto');
const { handle } = require('./handle');

const SECRET = '/var/lib/board/secret';

function seed() {
  if (!existsSync(SECRET)) writeFileSync(SECRET, randomBytes(32).toString('hex')); // RACE
}

function main() {
  seed();
  http.createServer(handle).listen(8080);
}

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  main();
}
