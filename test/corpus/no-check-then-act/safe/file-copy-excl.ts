// safe: COPYFILE_EXCL fails where there is something
import { constants, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';

export async function scaffold(template: string, target: string) {
  if (existsSync(target)) throw new Error('exists');
  await copyFile(template, target, constants.COPYFILE_EXCL);
}
