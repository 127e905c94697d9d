import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';

const program = new Command();

program.command('add <name>').action((name: string) => {
  const aliases = JSON.parse(readFileSync('aliases.json', 'utf8')) as string[];
  aliases.push(name);
  writeFileSync('aliases.json', JSON.stringify(aliases)); // RACE
});

program.parse();
