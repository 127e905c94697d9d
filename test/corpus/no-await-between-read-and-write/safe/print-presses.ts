// safe: each press takes its page and goes on to the next one in one step
export interface Press {
  print(page: string): Promise<number>;
}

export async function printAll(press: Press, pages: readonly string[], presses = 3): Promise<number> {
  let at = 0;
  let sheets = 0;

  async function run(): Promise<void> {
    while (at < pages.length) {
      const page = pages[at++];
      const used = await press.print(page);
      sheets += used;
    }
  }

  await Promise.all(Array.from({ length: presses }, run));
  return sheets;
}
