import Redis from "ioredis";
const redis = new Redis(process.env.REDIS_URL!);
const KEY = "crawler:current";
export class Crawler {
  private running = new Set<Promise<void>>();
  enqueue(url: string) {
    const p = this.visit(url).finally(() => this.running.delete(p));
    this.running.add(p);
  }
  async crawl(urls: string[]) {
    for (const url of urls) this.enqueue(url);
    await Promise.all(this.running);
  }
  private async visit(url: string) {
    const res = await fetch(url);
    const text = await res.text();
    await redis.set(KEY, JSON.stringify({ url, size: text.length })); // RACE
  }
}
