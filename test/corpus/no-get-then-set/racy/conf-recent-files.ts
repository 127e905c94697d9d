import Conf from 'conf';
import { stat } from 'node:fs/promises';

const config = new Conf<{ recent: string[] }>({ projectName: 'editor' });

export async function openFile(path: string): Promise<void> {
  const recent = config.get('recent') ?? [];
  await stat(path);
  config.set('recent', [path, ...recent].slice(0, 20)); // RACE
}
