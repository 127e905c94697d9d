// safe: one database object for the process, whose update changes and writes in one step
import { JSONFilePreset } from 'lowdb/node';

const db = await JSONFilePreset<{ posts: string[] }>('db.json', { posts: [] });

export const publish = (title: string) => db.update(({ posts }) => posts.push(title));
