interface Chunk {
  bytes: Uint8Array;
}

export const progress = { offset: 0 };

export async function ingest(stream: AsyncIterable<Chunk>, sink: (c: Chunk) => Promise<number>) {
  for await (const chunk of stream) {
    progress.offset += await sink(chunk); // RACE
  }
}

export async function ingestAll(streams: AsyncIterable<Chunk>[], sink: (c: Chunk) => Promise<number>) {
  await Promise.all(streams.map((s) => ingest(s, sink)));
  return progress.offset;
}
