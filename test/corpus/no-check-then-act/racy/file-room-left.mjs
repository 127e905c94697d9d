import fs from 'node:fs/promises';
import path from 'node:path';

export function createSlots({ folder, most }) {
  return {
    async open(guest) {
      const taken = await fs.readdir(folder);
      if (taken.length < most) {
        await fs.mkdir(path.join(folder, guest)); // RACE
        return true;
      }
      return false;
    },
  };
}
