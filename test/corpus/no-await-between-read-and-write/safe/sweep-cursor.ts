// safe: the cursor belongs to one sweep, which waits for each round before the next
interface Source {
  page(after: string | undefined): Promise<{ ids: string[]; next?: string }>;
}

export async function sweep(source: Source, visit: (id: string) => Promise<void>): Promise<number> {
  let after: string | undefined;
  let seen = 0;
  let isOver = false;

  const round = async (): Promise<void> => {
    const { ids, next } = await source.page(after);
    for (const id of ids) {
      await visit(id);
      seen = seen + 1;
    }
    if (next === undefined || next === after) isOver = true;
    else after = next;
  };

  while (!isOver) await round();
  return seen;
}
