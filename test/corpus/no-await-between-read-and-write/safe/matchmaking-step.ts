// safe: the waiting player is taken, or put there, in one step after the rating is known
import { WebSocketServer, type WebSocket } from 'ws';
import { createArena, type Arena } from './arena.js';
import { ratingOf } from './ratings.js';

interface Waiting {
  socket: WebSocket;
  rating: number;
}

let waiting: Waiting | undefined;
const arenas = new Set<Arena>();

function send(socket: WebSocket, event: string, data: unknown = null): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ event, data }));
}

async function pair(one: Waiting, two: Waiting): Promise<void> {
  const arena = await createArena([one.rating, two.rating]);
  arenas.add(arena);
  arena.on('closed', () => arenas.delete(arena));
  send(one.socket, 'start', { arena: arena.id, side: 'left' });
  send(two.socket, 'start', { arena: arena.id, side: 'right' });
}

async function enter(socket: WebSocket, player: string): Promise<void> {
  const rating = await ratingOf(player);
  const opponent = waiting;
  if (!opponent) {
    waiting = { socket, rating };
    send(socket, 'waiting');
    return;
  }
  waiting = undefined;
  await pair(opponent, { socket, rating });
}

export function start(port: number): WebSocketServer {
  const server = new WebSocketServer({ port });
  server.on('connection', (socket) => {
    socket.once('message', (raw) => {
      enter(socket, String(raw)).catch((error: Error) => send(socket, 'error', error.message));
    });
  });
  return server;
}
