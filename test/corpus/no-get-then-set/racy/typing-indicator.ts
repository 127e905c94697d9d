import { createClient } from 'redis';
import type { Server, Socket } from 'socket.io';

const TYPING_MS = 4000;

export async function installTyping(io: Server): Promise<void> {
  const redis = await createClient({ url: process.env.CHAT_REDIS }).connect();

  const nameOf = (socket: Socket): string => String(socket.handshake.auth.name);

  io.on('connection', (socket) => {
    socket.on('typing', async (room: string) => {
      const raw = await redis.get('typing:' + room);
      const typing = Object.entries<number>(raw ? JSON.parse(raw) : {}).filter(
        ([, since]) => Date.now() - since < TYPING_MS,
      );
      typing.push([nameOf(socket), Date.now()]);

      await redis.set('typing:' + room, JSON.stringify(Object.fromEntries(typing)), { PX: TYPING_MS }); // RACE
      io.to(room).emit('typing', typing.map(([name]) => name));
    });
  });
}
