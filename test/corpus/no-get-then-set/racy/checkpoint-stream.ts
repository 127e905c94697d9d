import { createClient } from 'redis';

const client = createClient();

interface Chunk {
  agent: string;
  text: string;
}

/** Passes model output through and adds it to the transcript that all agents of a run share. */
export async function* recorded(runId: string, chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  if (!client.isOpen) await client.connect();

  for await (const chunk of chunks) {
    const soFar = (await client.get(`run:${runId}:text`)) ?? '';
    yield chunk;
    await client.set(`run:${runId}:text`, `${soFar}\n${chunk.agent}: ${chunk.text}`); // RACE
  }
}
