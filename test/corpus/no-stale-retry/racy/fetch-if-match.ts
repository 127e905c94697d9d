export async function tag(url: string, name: string): Promise<void> {
  const response = await fetch(url);
  const etag = response.headers.get('etag') ?? '';
  const item = await response.json();
  item.tags.push(name);

  for (let attempt = 0; attempt < 4; attempt++) {
    const put = await fetch(url, { // RACE
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'If-Match': etag },
      body: JSON.stringify(item),
    });
    if (put.ok) return;
    if (put.status !== 412) throw new Error(`Failed with ${put.status}`);
  }
  throw new Error('Precondition failed too often');
}
