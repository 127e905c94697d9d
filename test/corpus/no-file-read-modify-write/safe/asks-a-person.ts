// safe: one person answers questions at a terminal, and the project's file is theirs
import { readFileSync, writeFileSync } from 'node:fs';
import { confirm, input } from '@inquirer/prompts';

export async function setUp(): Promise<void> {
  const config = JSON.parse(readFileSync('tool.config.json', 'utf8')) as Record<string, unknown>;
  config['name'] = await input({ message: 'Name?' });
  config['strict'] = await confirm({ message: 'Strict?' });
  writeFileSync('tool.config.json', JSON.stringify(config));
}
