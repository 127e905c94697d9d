import { WebSocketServer, type WebSocket } from 'ws';
import { authenticate } from './auth.js';

const MAX = 8;
const members = new Set<WebSocket>();
const server = new WebSocketServer({ port: 9100 });

server.on('connection', async (socket, request) => {
  if (members.size >= MAX) {
    socket.close(1013, 'lobby is full');
    return;
  }
  const user = await authenticate(request);
  if (!user) return socket.close(4001);
  members.add(socket); // RACE
  socket.on('close', () => members.delete(socket));
});
