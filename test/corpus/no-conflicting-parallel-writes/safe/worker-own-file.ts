// safe: the job's id is in the path
import { Worker } from "bullmq";
import { writeFile } from "node:fs/promises";
export const worker = new Worker("render", async (job) => {
  const html = await render(job.data.url);
  await writeFile("/srv/out/" + job.id + ".html", html);
}, { concurrency: 8, connection: {} });
declare function render(u: string): Promise<string>;
