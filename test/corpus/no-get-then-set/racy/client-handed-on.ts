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

export async function putBack(redis: RedisClientType, room: string, book: string): Promise<void> {
  const shelf = await readShelf(redis, room);
  if (shelf.books.includes(book)) return;
  shelf.books.push(book);
  await writeShelf(redis, room, shelf); // RACE
}
