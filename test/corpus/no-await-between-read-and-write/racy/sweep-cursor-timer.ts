interface Source {
  page(after: number): Promise<{ ids: string[] }>;
}

export function sweep(source: Source, visit: (id: string) => Promise<void>): () => void {
  let after = 0;

  const round = async (): Promise<void> => {
    const start = after;
    const { ids } = await source.page(start);
    for (const id of ids) await visit(id);
    after = start + ids.length; // RACE
  };

  const timer = setInterval(round, 5000);
  return () => clearInterval(timer);
}
