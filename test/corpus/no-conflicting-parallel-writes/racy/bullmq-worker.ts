import { Queue, Worker } from "bullmq";
import { writeFile } from "node:fs/promises";
const connection = { host: "localhost" };
export const queue = new Queue("render", { connection });
export const worker = new Worker(
  "render",
  async (job) => {
    const html = await renderPage(job.data.url);
    await writeFile("/srv/render/output.html", html); // RACE
    return { ok: true };
  },
  { connection, concurrency: 8 },
);
declare function renderPage(url: string): Promise<string>;
