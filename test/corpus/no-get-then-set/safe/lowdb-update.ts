// `update` changes and saves what is in memory, in one step
import { JSONFilePreset } from 'lowdb/node';

const db = await JSONFilePreset<{ posts: string[] }>('db.json', { posts: [] });

export async function addPost(title: string): Promise<void> {
  await db.update(({ posts }) => posts.push(title));
}

export async function removePost(title: string): Promise<void> {
  db.data.posts = db.data.posts.filter((each) => each !== title);
  await db.write();
}

export async function titles(): Promise<string[]> {
  await db.read();
  return db.data.posts;
}
