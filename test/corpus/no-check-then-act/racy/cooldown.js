import { createClient } from 'redis';

export function createCooldown(url) {
  const db = createClient({ url });

  return async function tryUse(user, command) {
    const key = ['cooldown', user, command].join(':');
    const isHot = Boolean(await db.get(key));
    if (isHot) return { ok: false, reason: 'cooldown' };
    await db.setEx(key, 30, '1'); // RACE
    return { ok: true };
  };
}
