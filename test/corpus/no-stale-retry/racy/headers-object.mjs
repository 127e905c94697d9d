export async function tagDocument(url, tag) {
  const first = await fetch(url);
  const document = await first.json();
  const headers = new Headers({ 'content-type': 'application/json' });
  headers.set('If-Match', first.headers.get('etag') ?? '*');
  const body = JSON.stringify({ ...document, tags: [...document.tags, tag] });

  let response = await fetch(url, { method: 'PUT', headers, body }); // RACE
  let left = 4;
  while (response.status === 412 && left > 0) {
    left -= 1;
    response = await fetch(url, { method: 'PUT', headers, body }); // RACE
  }
  return response;
}
