// safe: `recursive` is content with a directory that is there
import fs from 'node:fs';

export function ensure(dir: string) {
  if (!fs.existsSync(dir)) {
    fs.mkdirSync(dir, { recursive: true });
  }
}
