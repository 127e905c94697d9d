// safe: the entry is got in every round
const kv = await Deno.openKv();

export async function addPoints(player: string, points: number) {
  let result = { ok: false };
  while (!result.ok) {
    const entry = await kv.get<number>(['points', player]);
    result = await kv
      .atomic()
      .check(entry)
      .set(['points', player], (entry.value ?? 0) + points)
      .commit();
  }
}
