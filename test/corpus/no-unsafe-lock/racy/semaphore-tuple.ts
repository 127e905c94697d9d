import { Semaphore } from 'async-mutex';

const slots = new Semaphore(4);

export async function render(page: string, browser: { open(url: string): Promise<Buffer> }) {
  const [, release] = await slots.acquire(); // RACE
  const image = await browser.open(page);
  release();
  return image;
}
