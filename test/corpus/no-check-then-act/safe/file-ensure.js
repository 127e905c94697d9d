// safe: made in one call that is content with what is there
import fs from 'fs-extra';

export async function prepare(dir) {
  if (!(await fs.pathExists(dir))) {
    await fs.ensureDir(dir);
  }
}
