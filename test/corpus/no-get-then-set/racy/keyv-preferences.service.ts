import { Keyv } from 'keyv';

interface Preferences {
  theme: string;
  muted: string[];
}

const DEFAULTS: Preferences = { theme: 'light', muted: [] };

export class PreferencesService {
  constructor(private readonly kv: Keyv<Preferences>) {}

  async mute(user: string, channel: string): Promise<void> {
    const before = (await this.kv.get(`prefs:${user}`)) ?? DEFAULTS;
    if (before.muted.includes(channel)) return;
    await this.kv.set(`prefs:${user}`, { ...before, muted: [...before.muted, channel] }); // RACE
  }
}
