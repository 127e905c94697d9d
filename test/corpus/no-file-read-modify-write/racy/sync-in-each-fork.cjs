const cluster = require('cluster');
const { readFileSync, writeFileSync } = require('fs');
const express = require('express');

const TALLY = process.env.TALLY ?? '/srv/poll/tally.json';

const app = express();
app.post('/votes/:choice', (request, response) => {
  const tally = JSON.parse(readFileSync(TALLY, 'utf8'));
  tally[request.params.choice] = (tally[request.params.choice] ?? 0) + 1;
  writeFileSync(TALLY, JSON.stringify(tally)); // RACE
  response.json(tally);
});

if (cluster.isMaster) {
  for (let count = 0; count < 4; count++) cluster.fork();
} else {
  app.listen(3000);
}
