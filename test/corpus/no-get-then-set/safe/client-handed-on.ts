import type { RedisClientType } from 'redis';

interface Shelf {
  books: string[];
}

async function readShelf(client: RedisClientType, room: string): Promise<Shelf> {
  const text = await client.get(`shelf:${room}`);
  return text ? (JSON.parse(text) as Shelf) : { books: [] };
}

async function writeShelf(client: RedisClientType, room: string, shelf: Shelf): Promise<void> {
  await client.set(`shelf:${room}`, JSON.stringify(shelf));
}

/** Into another room, or into another Redis. */
export async function copy(redis: RedisClientType, from: string, to: string): Promise<void> {
  const shelf = await readShelf(redis, from);
  await writeShelf(redis, `${to}:copy`, shelf);
}

export async function mirror(source: RedisClientType, target: RedisClientType, room: string): Promise<void> {
  const shelf = await readShelf(source, room);
  await writeShelf(target, room, shelf);
}

export async function putBack(redis: RedisClientType, room: string, book: string): Promise<void> {
  await redis.sAdd(`books:${room}`, book);
}
