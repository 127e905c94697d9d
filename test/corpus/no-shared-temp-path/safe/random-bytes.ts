// safe: random bytes in the name
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import os from 'node:os';

export async function stage(content: string, use: (file: string) => Promise<void>) {
  const file = path.join(os.tmpdir(), `stage-${crypto.randomBytes(8).toString('hex')}`);
  fs.writeFileSync(file, content);
  await use(file);
}
