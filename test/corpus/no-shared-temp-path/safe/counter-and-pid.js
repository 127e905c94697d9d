// Safe: no two processes have one id, and a process counts on.
import cluster from 'node:cluster';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import { typeset } from './typeset.js';

let pages = 0;

export async function page(source) {
  const file = `${os.tmpdir()}/page-${process.pid}-${pages++}.tex`;
  await fs.writeFile(file, source);
  const pdf = await typeset(file, cluster.worker?.id);
  await fs.rm(file);
  return pdf;
}
