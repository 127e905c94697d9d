import type { KV } from '@nats-io/kv';

export class Rota {
  constructor(private readonly bucket: KV) {}

  private async load(day: string) {
    const found = await this.bucket.get(`rota.${day}`);
    if (!found) throw new Error(`no rota for ${day}`);
    return { names: found.json<string[]>(), revision: found.revision };
  }

  async sign(day: string, name: string): Promise<void> {
    const { names, revision } = await this.load(day);
    const text = JSON.stringify([...names, name]);
    let last = revision;
    for (let left = 5; left > 0; left--) {
      try {
        await this.bucket.update(`rota.${day}`, text, last); // RACE
        return;
      } catch {
        last = (await this.load(day)).revision;
      }
    }
    throw new Error('rota is busy');
  }
}
