import type { KV } from '@nats-io/kv';

export class Rota {
  constructor(private readonly bucket: KV) {}

  private async load(day: string) {
    const found = await this.bucket.get(`rota.${day}`);
    if (!found) throw new Error(`no rota for ${day}`);
    return { names: found.json<string[]>(), revision: found.revision };
  }

  async sign(day: string, name: string): Promise<void> {
    let current = await this.load(day);
    for (let left = 5; left > 0; left--) {
      const text = JSON.stringify([...current.names, name]);
      const last = current.revision;
      try {
        await this.bucket.update(`rota.${day}`, text, last);
        return;
      } catch {
        current = await this.load(day);
      }
    }
    throw new Error('rota is busy');
  }
}
