import AdmZip from 'adm-zip';
import { tmpdir } from 'os';
import { join } from 'path';
import { readFileSync } from 'fs';
export function zipAll(files) {
  const zip = new AdmZip();
  for (const [name, data] of files) zip.addFile(name, data);
  const out = join(tmpdir(), 'all.zip');
  zip.writeZip(out); // RACE
  return readFileSync(out);
}
