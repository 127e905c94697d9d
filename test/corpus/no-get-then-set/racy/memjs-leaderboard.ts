import memjs from 'memjs';

const client = memjs.Client.create();

export async function submit(player: string, points: number): Promise<void> {
  const { value } = await client.get('board');
  const board: Record<string, number> = value ? JSON.parse(value.toString()) : {};
  board[player] = Math.max(board[player] ?? 0, points);
  await client.set('board', JSON.stringify(board), { expires: 3600 }); // RACE
}
