import type { WebSocket } from 'ws';
import { moderate } from './moderation.js';

interface Standing {
  strikes: number;
}

const standings = new WeakMap<WebSocket, Standing>();

export function admit(socket: WebSocket) {
  standings.set(socket, { strikes: 0 });
  socket.on('message', async (raw) => {
    const standing = standings.get(socket)!;
    const { strikes } = standing;
    const bad = await moderate(String(raw));
    if (!bad) return;
    standing.strikes = strikes + 1; // RACE
    if (standing.strikes >= 3) socket.close(4008, 'too many strikes');
  });
}
