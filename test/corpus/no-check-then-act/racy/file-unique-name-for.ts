import fs from 'node:fs';
import path from 'node:path';
export function freeName(dir: string, base: string): string {
  for (let i = 0; ; i++) {
    const candidate = path.join(dir, i === 0 ? base : `${base}-${i}`);
    if (!fs.existsSync(candidate)) {
      fs.mkdirSync(candidate); // RACE
      return candidate;
    }
  }
}
