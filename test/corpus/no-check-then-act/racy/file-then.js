import { access, writeFile } from 'node:fs/promises';

export function writeOnce(file, text) {
  return access(file).then(
    () => false,
    () => writeFile(file, text).then(() => true), // RACE
  );
}
