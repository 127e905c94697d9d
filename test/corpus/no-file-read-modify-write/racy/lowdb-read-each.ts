import { JSONFilePreset } from 'lowdb/node';

type Data = { posts: { title: string; at: number }[] };

const db = await JSONFilePreset<Data>('db.json', { posts: [] });

export async function publish(title: string) {
  await db.read();
  db.data.posts.push({ title, at: Date.now() });
  await db.write(); // RACE
}
