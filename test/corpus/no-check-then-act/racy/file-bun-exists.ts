const STAMP = '/srv/state/installed.json';
export async function installOnce(install: () => Promise<void>): Promise<boolean> {
  const stamp = Bun.file(STAMP);
  if (await stamp.exists()) return false;
  await install();
  await Bun.write(stamp, JSON.stringify({ at: new Date() })); // RACE
  return true;
}
