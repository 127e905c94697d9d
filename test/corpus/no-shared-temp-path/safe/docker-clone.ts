// Safe: each job id has its own checkout.
import { execa } from 'execa';
import { readFile } from 'fs/promises';
export async function scan(job: { id: string; url: string }): Promise<string> {
  const dir = `/tmp/checkout-${job.id}`;
  await execa('git', ['clone', job.url, dir]);
  return readFile(`${dir}/package.json`, 'utf8');
}
