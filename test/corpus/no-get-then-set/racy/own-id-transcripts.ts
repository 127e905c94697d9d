import type { Redis } from 'ioredis';

interface Transcript {
  id: string;
  lines: string[];
}

export class Transcripts {
  constructor(private readonly redis: Redis) {}

  async find(id: string): Promise<Transcript> {
    const text = await this.redis.get(this.key(id));
    return text ? (JSON.parse(text) as Transcript) : { id, lines: [] };
  }

  async keep(transcript: Transcript): Promise<void> {
    await this.redis.set(this.key(transcript.id), JSON.stringify(transcript), 'EX', 86_400);
  }

  private key(id: string): string {
    return `transcript:${id}`;
  }
}

export async function say(transcripts: Transcripts, id: string, line: string): Promise<number> {
  const found = await transcripts.find(id);
  const next = { ...found, lines: [...found.lines, line] };
  await transcripts.keep(next); // RACE
  return next.lines.length;
}
