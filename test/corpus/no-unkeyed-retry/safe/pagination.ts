// safe: each round asks for the next page
export async function exportAll(post: (body: unknown) => Promise<Response>) {
  let cursor: string | undefined;
  do {
    const page = await fetch('https://api.example/orders', { method: 'POST', body: JSON.stringify({ cursor }) });
    const { next } = await page.json();
    await post(next);
    cursor = next;
  } while (cursor);
}
