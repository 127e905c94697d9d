#!/usr/bin/env node
const fs = require('fs');
const os = require('os');
const path = require('path');

const rc = path.join(os.homedir(), '.mytoolrc');

function readConfig() {
  if (!fs.existsSync(rc)) return {};
  return JSON.parse(fs.readFileSync(rc, 'utf8'));
}

function writeConfig(config) {
  fs.writeFileSync(rc, JSON.stringify(config, null, 2));
}

const [, , command, key, value] = process.argv;
if (command === 'set') {
  const config = readConfig();
  config[key] = value;
  writeConfig(config); // RACE
} else {
  console.log(readConfig()[key]);
}
