// racy: presses that run side by side take the page that another one is still printing
export interface Press {
  print(page: string): Promise<number>;
}

export async function printAll(press: Press, pages: readonly string[], presses = 3): Promise<number> {
  let at = 0;
  let sheets = 0;

  async function run(): Promise<void> {
    while (at < pages.length) {
      const used = await press.print(pages[at]);
      sheets += used;
      at += 1; // RACE
    }
  }

  await Promise.all(Array.from({ length: presses }, run));
  return sheets;
}
