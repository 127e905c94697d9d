import { writeFileSync, readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import express from 'express';
const app = express();
app.post('/render', (req, res) => {
  writeFileSync('/tmp/diagram.mmd', req.body.text); // RACE
  execSync('mmdc -i /tmp/diagram.mmd -o /tmp/diagram.svg'); // RACE
  res.send(readFileSync('/tmp/diagram.svg', 'utf8'));
});
