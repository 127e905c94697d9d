import { Worker } from "node:worker_threads";
import { writeFile } from "node:fs/promises";
export async function renderAll(scenes: string[]) {
  await Promise.all(
    scenes.map(
      (scene) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker("./render.js", { workerData: scene });
          worker.once("message", async (frame: Buffer) => {
            await writeFile("frame.png", frame); // RACE
            resolve();
          });
          worker.once("error", reject);
        }),
    ),
  );
}
