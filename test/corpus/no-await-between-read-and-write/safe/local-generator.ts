// safe: the offset lives in one generator object, which runs one step at a time
export async function* lines(read: (offset: number) => Promise<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let offset = 0;
  let rest = '';
  for (;;) {
    const bytes = await read(offset);
    if (bytes.length === 0) break;
    offset += bytes.length;
    const pieces = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest) yield rest;
}
