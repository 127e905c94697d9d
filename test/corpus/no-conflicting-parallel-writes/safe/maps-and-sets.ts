// safe: the containers belong to this call
export async function index(items: { id: string; load(): Promise<string> }[]) {
  const latest = new Map<string, string>();
  const seen = new Set<string>();
  await Promise.all(
    items.map(async (item) => {
      const text = await item.load();
      latest.set('newest', text);
      seen.delete(item.id);
      seen.add(item.id);
    }),
  );
  return { latest, seen };
}
