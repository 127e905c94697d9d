import { readFile, writeFile } from 'node:fs/promises';
interface Deps { file: string; clock: () => number }
export function makeAudit({ file, clock }: Deps) {
  return {
    async record(event: string) {
      const log = JSON.parse(await readFile(file, 'utf8')) as object[];
      log.push({ event, at: clock() });
      await writeFile(file, JSON.stringify(log)); // RACE
    },
  };
}
