// SAFE: a 412 leads back to the GET; other statuses are thrown.
export async function addReader(base, id, reader) {
  for (let round = 1; round <= 4; round++) {
    const got = await fetch(`${base}/docs/${id}`);
    const doc = await got.json();
    doc.readers.push(reader);
    const answer = await fetch(`${base}/docs/${id}`, {
      method: 'PUT',
      headers: { 'If-Match': got.headers.get('etag'), 'Content-Type': 'application/json' },
      body: JSON.stringify(doc),
    });
    switch (answer.status) {
      case 200:
      case 204:
        return doc;
      case 412:
        await new Promise((done) => setTimeout(done, 50 * round));
        continue;
      default:
        throw new Error(`unexpected status ${answer.status}`);
    }
  }
  throw new Error('gave up');
}
