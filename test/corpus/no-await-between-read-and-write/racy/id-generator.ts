let next = 1;
export async function* ids(reserve: (n: number) => Promise<void>): AsyncGenerator<number> {
  while (true) {
    const id = next;
    await reserve(id);
    yield id;
    next = id + 1; // RACE
  }
}
