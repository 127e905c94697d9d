// safe: a cache that is missed twice is filled twice, with the same
const cache = new Map();
export async function user(id) {
  const hit = cache.get(id);
  if (hit && hit.until > Date.now()) return hit.value;
  const value = await build(id);
  cache.set(id, { value, until: Date.now() + 1000 });
  return value;
}
