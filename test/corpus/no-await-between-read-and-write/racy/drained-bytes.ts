let bytes = 0;
export async function drain(stream: AsyncIterable<Uint8Array>): Promise<void> {
  let mine = bytes;
  for await (const chunk of stream) {
    mine += chunk.length;
  }
  bytes = mine; // RACE
}
