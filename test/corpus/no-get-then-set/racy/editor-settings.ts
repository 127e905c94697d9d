import { createClient } from 'redis';

type RedisConnection = ReturnType<typeof createClient>;
type Settings = { theme: string; shortcuts: Record<string, string> };

export class EditorSettings {
  constructor(private readonly connection: RedisConnection, private readonly userId: string) {}

  async rebind(command: string, keys: string) {
    const settings = await this.load();
    settings.shortcuts[command] = keys;
    await this.save(settings); // RACE
  }

  theme() {
    return this.load().then((s) => s.theme);
  }

  private async load(): Promise<Settings> {
    const raw = await this.connection.get('editor:' + this.userId);
    return raw === null ? { theme: 'light', shortcuts: {} } : JSON.parse(raw);
  }

  private async save(settings: Settings) {
    await this.connection.set('editor:' + this.userId, JSON.stringify(settings)); // RACE
  }
}
