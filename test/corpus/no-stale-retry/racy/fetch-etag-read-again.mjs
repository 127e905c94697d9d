const BASE = process.env.API_URL;

export async function increaseLimit(id, by) {
  let response = await fetch(`${BASE}/limits/${id}`);
  let etag = response.headers.get('ETag');
  const limit = await response.json();
  const body = JSON.stringify({ ...limit, value: limit.value + by });
  while (true) {
    const result = await fetch(`${BASE}/limits/${id}`, { method: 'PUT', headers: { 'If-Match': etag }, body }); // RACE
    if (result.status !== 412) return result;
    response = await fetch(`${BASE}/limits/${id}`);
    etag = response.headers.get('ETag');
  }
}
