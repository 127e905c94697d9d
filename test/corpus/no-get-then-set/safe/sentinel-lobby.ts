// safe: sentinel.use leases one connection for WATCH and EXEC, conflicts are retried
import { createSentinel, WatchError } from 'redis';

const sentinel = createSentinel({
  name: 'lobbies',
  sentinelRootNodes: [{ host: 'sentinel-1', port: 26379 }],
});

export const open = () => sentinel.connect();

export async function joinLobby(lobby: string, player: string, left = 10): Promise<string[]> {
  try {
    return await sentinel.use(async (client) => {
      await client.watch(`lobby:${lobby}`);
      const names: string[] = JSON.parse((await client.get(`lobby:${lobby}`)) ?? '[]');
      const next = names.includes(player) ? names : [...names, player];
      await client.multi().set(`lobby:${lobby}`, JSON.stringify(next)).exec();
      return next;
    });
  } catch (error) {
    if (error instanceof WatchError && left > 0) return joinLobby(lobby, player, left - 1);
    throw error;
  }
}
