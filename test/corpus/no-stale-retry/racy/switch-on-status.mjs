/** Adds a reader to a document of the wiki. */
export async function addReader(base, id, reader) {
  const got = await fetch(`${base}/docs/${id}`);
  const etag = got.headers.get('etag');
  const doc = await got.json();
  doc.readers.push(reader);

  for (let round = 1; round <= 4; round++) {
    const answer = await fetch(`${base}/docs/${id}`, { // RACE
      method: 'PUT',
      headers: { 'If-Match': etag, 'Content-Type': 'application/json' },
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
