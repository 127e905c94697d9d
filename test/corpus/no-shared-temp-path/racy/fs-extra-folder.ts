import fse from 'fs-extra';
import os from 'os';
import path from 'path';

const WORK = path.join(os.tmpdir(), 'bundle');

export async function bundle(files: Record<string, string>, zip: (dir: string) => Promise<Buffer>) {
  await fse.emptyDir(WORK);
  await fse.outputFile(path.join(WORK, 'index.js'), files['index.js'] ?? ''); // RACE
  return zip(WORK);
}
