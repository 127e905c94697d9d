import fs from 'fs-extra';

export async function scaffold(template: string, target: string) {
  if (await fs.pathExists(target)) {
    throw new Error(`${target} exists already`);
  }
  await fs.copyFile(template, target); // RACE
}
