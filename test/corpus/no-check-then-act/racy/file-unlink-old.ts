import fs from 'fs/promises';
import path from 'path';
const CACHE = '/var/cache/reports';
export async function removeReport(name: string): Promise<boolean> {
  const file = path.join(CACHE, `${name}.pdf`);
  const exists = await fs.stat(file).then(() => true).catch(() => false);
  if (!exists) return false;
  await fs.unlink(file); // RACE
  return true;
}
