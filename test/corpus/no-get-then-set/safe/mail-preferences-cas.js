// safe: SET … IFEQ compares with the text that was read, the reply is checked
import Redis from 'ioredis';

const redis = new Redis();
const defaults = { digest: 'weekly', locale: 'en' };

export async function updateMailPreferences(id, patch) {
  const key = `mail-prefs:${id}`;
  for (let i = 0; i < 20; i++) {
    const before = await redis.get(key);
    const after = JSON.stringify({ ...defaults, ...(before ? JSON.parse(before) : {}), ...patch });
    const reply =
      before === null
        ? await redis.set(key, after, 'NX')
        : await redis.set(key, after, 'IFEQ', before);
    if (reply === 'OK') return JSON.parse(after);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  }
  throw new Error('preferences changed too often');
}
