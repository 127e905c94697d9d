// safe: a configuration object and express settings, no store
import express from 'express';

class Config {
  private values: Record<string, unknown> = {};

  get<T>(name: string, fallback: T): T {
    return (this.values[name] as T | undefined) ?? fallback;
  }

  set(name: string, value: unknown): void {
    this.values[name] = value;
  }
}

const config = new Config();

export function buildApp() {
  const app = express();
  const plugins = config.get<string[]>('plugins', []);
  config.set('plugins', [...plugins, 'core']);
  app.set('trust proxy', config.get('proxies', 1));
  app.set('views', app.get('views') + '/themes');
  app.get('/health', (_req, res) => {
    res.json({ ok: true, plugins: config.get('plugins', []) });
  });
  return app;
}
