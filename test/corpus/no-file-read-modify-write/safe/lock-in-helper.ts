// safe: acquire and release helpers of the file, around the update
import { open, readFile, unlink, writeFile } from 'node:fs/promises';

const LOCK = 'board.lock';

async function acquire(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      const handle = await open(LOCK, 'wx'); // RACE no-unsafe-lock
      await handle.close();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  throw new Error('locked');
}

export async function move(card: string, column: string) {
  await acquire();
  try {
    const board = JSON.parse(await readFile('board.json', 'utf8'));
    board[card] = column;
    await writeFile('board.json', JSON.stringify(board));
  } finally {
    await unlink(LOCK);
  }
}
