import { Env } from './env.js';

export class Settings {
  constructor(private readonly kv: KVNamespace) {}

  async change(user: string, theme: string): Promise<string | null> {
    const key = `theme:${user}`;
    this.kv.put(key, theme); // RACE
    return this.kv.get(key);
  }
}

export const settingsOf = (env: Env): Settings => new Settings(env.SETTINGS);
