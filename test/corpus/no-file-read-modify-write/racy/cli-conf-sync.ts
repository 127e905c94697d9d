#!/usr/bin/env node
import { Command } from 'commander';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
const FILE = path.join(os.homedir(), '.config', 'relay', 'hosts.json');
function readHosts(): Record<string, string> {
  return fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : {};
}
const program = new Command();
program.command('add <name> <url>').action((name: string, url: string) => {
  const hosts = readHosts();
  hosts[name] = url;
  fs.mkdirSync(path.dirname(FILE), { recursive: true });
  fs.writeFileSync(FILE, JSON.stringify(hosts, null, 2)); // RACE
});
program.parse();
