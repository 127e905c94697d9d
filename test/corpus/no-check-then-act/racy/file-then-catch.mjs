import fs from 'node:fs/promises';
export function ensureToken(file, make) {
  return fs.access(file)
    .then(() => fs.readFile(file, 'utf8'))
    .catch(async () => {
      const token = make();
      await fs.writeFile(file, token); // RACE
      return token;
    });
}
