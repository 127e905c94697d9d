import { Server, type Socket } from 'socket.io';
import { createClient } from 'redis';

type Mark = 'X' | 'O';
type Cell = Mark | null;

const client = createClient();

export function attach(io: Server) {
  io.on('connection', (socket: Socket) => {
    socket.on('move', async ({ gameId, cell, mark }: { gameId: string; cell: number; mark: Mark }) => {
      const raw = await client.get(`game:${gameId}`);
      const board: Cell[] = raw ? JSON.parse(raw) : new Array(9).fill(null);
      if (cell < 0 || cell > 8 || board[cell] !== null) {
        socket.emit('rejected', cell);
        return;
      }
      board[cell] = mark;
      await client.set(`game:${gameId}`, JSON.stringify(board)); // RACE
      io.to(gameId).emit('board', board);
    });
  });
}
