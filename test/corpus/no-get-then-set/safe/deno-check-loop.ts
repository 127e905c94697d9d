// A compare-and-set loop: the commit fails where the entry has changed
const kv = await Deno.openKv();

export async function increment(page: string): Promise<number> {
  for (;;) {
    const entry = await kv.get<number>(['visits', page]);
    const next = (entry.value ?? 0) + 1;
    const result = await kv.atomic().check(entry).set(['visits', page], next).commit();
    if (result.ok) return next;
  }
}
