const kv = await Deno.openKv();

export async function addPoints(player: string, points: number) {
  const entry = await kv.get<number>(['points', player]);
  const next = (entry.value ?? 0) + points;
  let result = { ok: false };
  while (!result.ok) {
    result = await kv.atomic().check(entry).set(['points', player], next).commit(); // RACE
  }
}
