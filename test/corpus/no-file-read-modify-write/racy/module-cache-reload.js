import { readFile, writeFile } from 'node:fs/promises';

let jobs = [];

async function reload() {
  jobs = JSON.parse(await readFile('jobs.json', 'utf8'));
}

async function flush() {
  await writeFile('jobs.json', JSON.stringify(jobs));
}

export async function enqueue(job) {
  await reload();
  jobs.push(job);
  await flush(); // RACE
}

export async function finish(id) {
  await reload();
  const job = jobs.find((each) => each.id === id);
  if (!job) return false;
  job.status = 'done';
  await flush(); // RACE
  return true;
}
