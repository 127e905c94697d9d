// safe: node-config style get/set object in memory
class Settings {
  private values: Record<string, unknown> = {};
  get<T>(k: string): T {
    return this.values[k] as T;
  }
  set(k: string, v: unknown) {
    this.values[k] = v;
  }
}

export const cache = new Settings();

export function registerPlugin(name: string) {
  const plugins = cache.get<string[]>('plugins') ?? [];
  cache.set('plugins', [...plugins, name]);
}
