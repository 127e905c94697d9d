import { promisify } from 'node:util';
import Redis from 'ioredis';

const redis = new Redis();
const pause = promisify(setTimeout);

export default class TranslationMemory {
  static client = redis;

  constructor(locale) {
    this.key = `tm:${locale}`;
  }

  async learn(source, target) {
    const memory = JSON.parse((await TranslationMemory.client.get(this.key)) ?? '{}');
    await pause(5);
    const entry = memory[source] || (memory[source] = { uses: 0, targets: [] });
    entry.uses += 1;
    entry.targets.push(target);
    await TranslationMemory.client.set(this.key, JSON.stringify(memory)); // RACE
  }
}
