// safe: the engine is awaited before the score is read
import { Server } from 'socket.io';
import { evaluate } from './engine';

const games: { [room: string]: { white: number; black: number } } = {};

export function attach(io: Server) {
  io.on('connection', (socket) => {
    socket.on('join', (room: string) => {
      games[room] ??= { white: 0, black: 0 };
      void socket.join(room);
    });

    socket.on('move', async (room: string, side: 'white' | 'black', fen: string) => {
      const points = await evaluate(fen);
      const game = games[room];
      if (game) game[side] += points;
      io.to(room).emit('score', game);
    });
  });
}
