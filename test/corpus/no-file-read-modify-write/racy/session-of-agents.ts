import fs from 'node:fs/promises';
import path from 'node:path';

const BOARDS = '/data/whiteboards';
const boardOf = (sessionId: string): string => path.join(BOARDS, sessionId, 'board.json');

/** All agents of a session draw on one board. */
export async function draw(sessionId: string, agentId: string, shape: object): Promise<void> {
  const board = JSON.parse(await fs.readFile(boardOf(sessionId), 'utf8')) as Record<string, object[]>;
  board[agentId] = [...(board[agentId] ?? []), shape];
  await fs.writeFile(boardOf(sessionId), JSON.stringify(board)); // RACE
}
