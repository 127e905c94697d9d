// safe: it ends by itself, and only what the holder has seen is deleted
const kv = await Deno.openKv();

export async function withExportLock(work: () => Promise<void>): Promise<boolean> {
  const key = ['locks', 'export'];
  const token = crypto.randomUUID();
  const claim = await kv
    .atomic()
    .check({ key, versionstamp: null })
    .set(key, token, { expireIn: 60_000 })
    .commit();
  if (!claim.ok) return false;
  try {
    await work();
  } finally {
    const held = await kv.get<string>(key);
    if (held.value === token) await kv.atomic().check(held).delete(key).commit();
  }
  return true;
}
