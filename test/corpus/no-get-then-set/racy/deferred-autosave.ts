import { Redis } from 'ioredis';

const redis = new Redis();

interface Note {
  body: string;
  revision: number;
}

/** Opens a note; the returned function stores the edits of this editor. */
export async function openNote(id: string) {
  const note: Note = JSON.parse((await redis.get(`note:${id}`)) ?? '{"body":"","revision":0}');

  async function commit(body: string): Promise<number> {
    const changed = { ...note, body, revision: note.revision + 1 };
    await redis.set(`note:${id}`, JSON.stringify(changed)); // RACE
    return changed.revision;
  }

  return { body: note.body, commit };
}
