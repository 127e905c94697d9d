// safe: a one-shot script, main runs once and in sequence
import { readFile } from 'node:fs/promises';
import { insertRow } from './rows.mjs';

let imported = 0;
let failed = 0;

async function main() {
  const lines = (await readFile(process.argv[2], 'utf8')).split('\n');
  for (const line of lines) {
    try {
      imported += await insertRow(line);
    } catch {
      failed++;
    }
  }
  console.log(`${imported} rows imported, ${failed} failed`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
