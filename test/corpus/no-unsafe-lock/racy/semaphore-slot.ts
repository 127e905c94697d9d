import { Semaphore } from 'async-mutex';
import { upload } from './upload.js';

const slots = new Semaphore(1);

export async function send(file: string): Promise<string> {
  const [, release] = await slots.acquire(); // RACE
  const url = await upload(file);
  release();
  return url;
}
