// SAFE: the slot is let go of in `finally`.
import { Semaphore } from 'async-mutex';

const slots = new Semaphore(4);

export async function render(page: string, browser: { open(url: string): Promise<Buffer> }) {
  const [, release] = await slots.acquire();
  try {
    return await browser.open(page);
  } finally {
    release();
  }
}
