// safe: Map of the call, fed from a stream; get and set are one synchronous step
export async function frequencies(chunks: AsyncIterable<string>): Promise<Map<string, number>> {
  const store = new Map<string, number>();
  let rest = '';

  for await (const chunk of chunks) {
    const words = (rest + chunk).split(/\s+/);
    rest = words.pop() ?? '';
    for (const word of words) {
      store.set(word, (store.get(word) ?? 0) + 1);
    }
  }
  if (rest) store.set(rest, (store.get(rest) ?? 0) + 1);
  return store;
}
