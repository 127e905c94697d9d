import PQueue from "p-queue";
import { outputJson } from "fs-extra";
export class Scraper {
  private queue = new PQueue({ concurrency: 4 });
  constructor(private out: string) {}
  async scrape(urls: string[]) {
    await this.queue.addAll(urls.map((u) => async () => {
      const r = await fetch(u);
      await outputJson(this.out, await r.json()); // RACE
    }));
  }
}
