// safe: the worker does one job at a time
import { Worker } from "bullmq";
import { writeFile } from "node:fs/promises";
export const worker = new Worker("render", async (job) => {
  const html = await render(job.data.url);
  await writeFile("/srv/out/current.html", html);
}, { concurrency: 1, connection: {} });
declare function render(u: string): Promise<string>;
