// safe: each round gets the limit and its etag
const BASE = process.env.API_URL;

export async function increaseLimit(id, by) {
  while (true) {
    const response = await fetch(`${BASE}/limits/${id}`);
    const etag = response.headers.get('ETag');
    const limit = await response.json();
    const body = JSON.stringify({ ...limit, value: limit.value + by });
    const result = await fetch(`${BASE}/limits/${id}`, { method: 'PUT', headers: { 'If-Match': etag }, body });
    if (result.status !== 412) return result;
  }
}
