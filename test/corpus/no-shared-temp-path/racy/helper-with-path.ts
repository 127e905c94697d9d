import { writeFile } from 'node:fs/promises';

async function dump(file: string, data: unknown): Promise<string> {
  await writeFile(file, JSON.stringify(data));
  return file;
}

export async function submit(job: object, send: (file: string) => Promise<void>) {
  const file = await dump('/tmp/job.json', job); // RACE
  await send(file);
}
