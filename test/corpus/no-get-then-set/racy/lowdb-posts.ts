import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';

interface Data {
  posts: string[];
}

const db = new Low<Data>(new JSONFile('db.json'), { posts: [] });

export async function addPost(title: string): Promise<number> {
  await db.read();
  db.data.posts.push(title);
  await db.write(); // RACE
  return db.data.posts.length;
}
