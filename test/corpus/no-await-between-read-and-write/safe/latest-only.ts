// safe: only the latest request writes
let latest = 0;
let selected: { id: number; rows: unknown[] } | undefined;

export async function select(fetchRows: (n: number) => Promise<unknown[]>): Promise<void> {
  const id = latest + 1;
  latest = id;
  const rows = await fetchRows(id);
  if (id !== latest) return;
  selected = { id, rows };
}

export const selection = () => selected;
