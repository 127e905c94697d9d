// SAFE: the POST only searches.
async function post(url, body, attempt = 0) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status < 500) return response;
  if (attempt === 5) throw new Error(`${url}: ${response.status}`);
  await new Promise((done) => setTimeout(done, 100 * 2 ** attempt));
  return post(url, body, attempt + 1);
}

export const search = (words) => post(`https://api.books.example/search`, { words });
