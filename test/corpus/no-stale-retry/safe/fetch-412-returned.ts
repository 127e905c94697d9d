// safe: 412 is given to the caller, other failures are retried
export async function tag(url: string, name: string): Promise<'done' | 'conflict'> {
  const response = await fetch(url);
  const etag = response.headers.get('etag') ?? '';
  const item = await response.json();
  item.tags.push(name);
  for (let attempt = 0; attempt < 4; attempt++) {
    const put = await fetch(url, { method: 'PUT', headers: { 'If-Match': etag }, body: JSON.stringify(item) });
    if (put.ok) return 'done';
    if (put.status === 412) return 'conflict';
    if (put.status < 500) throw new Error(`Failed with ${put.status}`);
  }
  throw new Error('Server is down');
}
