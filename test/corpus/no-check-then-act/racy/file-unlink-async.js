import fs from 'node:fs/promises';

export const clearState = async (file) => {
  const isThere = await fs
    .access(file)
    .then(() => true)
    .catch(() => false);
  if (isThere) await fs.unlink(file); // RACE
};
