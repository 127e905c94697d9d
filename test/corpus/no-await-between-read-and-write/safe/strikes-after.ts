// safe: strikes are counted up in one step after moderation
import type { WebSocket } from 'ws';
import { moderate } from './moderation.js';

interface Standing {
  strikes: number;
}

const standings = new WeakMap<WebSocket, Standing>();

export function admit(socket: WebSocket) {
  standings.set(socket, { strikes: 0 });
  socket.on('message', async (raw) => {
    if (!(await moderate(String(raw)))) return;
    const standing = standings.get(socket);
    if (!standing) return;
    standing.strikes += 1;
    if (standing.strikes >= 3) socket.close(4008, 'too many strikes');
  });
}
