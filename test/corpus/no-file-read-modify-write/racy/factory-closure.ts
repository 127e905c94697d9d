import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export function createLeaderboard(directory: string) {
  const file = join(directory, 'leaderboard.json');
  const read = async (): Promise<Record<string, number>> => JSON.parse(await readFile(file, 'utf8'));
  const write = (board: Record<string, number>) => writeFile(file, JSON.stringify(board));

  return {
    async win(player: string) {
      const board = await read();
      await write({ ...board, [player]: (board[player] ?? 0) + 1 }); // RACE
    },
  };
}
