import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
let sheets = 0;

async function engrave(source) {
  const score = `${os.tmpdir()}/score-${sheets++}.ly`;
  await fs.writeFile(score, source); // RACE
  const { stdout } = await run('lilypond', ['-o', '-', score]);
  await fs.rm(score, { force: true });
  return stdout;
}

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  createServer(async (req, res) => res.end(await engrave(req.url))).listen(3000);
}
