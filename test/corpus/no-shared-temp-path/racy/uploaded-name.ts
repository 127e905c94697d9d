import { writeFile, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { transcribe } from './whisper.js';

export const speech = new Hono();

speech.post('/transcripts', async (c) => {
  const { recording } = await c.req.parseBody();
  const local = join(tmpdir(), recording.originalName);
  await writeFile(local, Buffer.from(await recording.arrayBuffer())); // RACE
  const text = await transcribe(local);
  await unlink(local);
  return c.json({ text });
});
