// safe: checks one path, writes another
import { existsSync, writeFileSync } from 'node:fs';

export function build(source: string, target: string) {
  if (!existsSync(source)) throw new Error('Nothing to build');
  writeFileSync(target, 'built');
}
