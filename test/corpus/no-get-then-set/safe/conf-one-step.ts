// Synchronous, with nothing in between: one step for this process
import Conf from 'conf';
import { stat } from 'node:fs/promises';

const config = new Conf<{ recent: string[]; opened: number }>({ projectName: 'editor' });

export async function openFile(path: string): Promise<void> {
  await stat(path);
  const recent = config.get('recent') ?? [];
  config.set('recent', [path, ...recent].slice(0, 20));
  config.set('opened', (config.get('opened') ?? 0) + 1);
}
