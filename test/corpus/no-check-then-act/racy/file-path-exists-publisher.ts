import fse from 'fs-extra';
import { join } from 'node:path';
const doneFile = (day: string) => join('/data/billing', day, 'done.json');
export async function bill(day: string, charge: () => Promise<number>): Promise<number> {
  if (await fse.pathExists(doneFile(day))) return 0;
  const total = await charge();
  await fse.outputJson(doneFile(day), { total }); // RACE
  return total;
}
