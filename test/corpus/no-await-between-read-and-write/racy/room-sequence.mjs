import { WebSocketServer } from 'ws';
import { translate } from './translate.mjs';

const rooms = new Map();

export function listen(port) {
  const wss = new WebSocketServer({ port });
  wss.on('connection', (ws) => {
    ws.on('message', async (data) => {
      const { room: name, text } = JSON.parse(data);
      const room = rooms.get(name);
      if (!room) return;
      const seq = room.seq;
      const line = await translate(text, room.language);
      room.seq = seq + 1; // RACE
      for (const peer of room.peers) peer.send(JSON.stringify({ seq, line }));
    });
  });
  return wss;
}

export function open(name, language) {
  rooms.set(name, { seq: 0, language, peers: new Set() });
}
