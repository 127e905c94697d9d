// safe: a mutex serialises the calls of the one process that owns the file
import { readFile, writeFile } from 'node:fs/promises';
import { Mutex } from 'async-mutex';

const mutex = new Mutex();

export async function addPost(post: { title: string }) {
  return mutex.runExclusive(async () => {
    const posts = JSON.parse(await readFile('posts.json', 'utf8')) as { title: string }[];
    posts.push(post);
    await writeFile('posts.json', JSON.stringify(posts));
    return posts.length;
  });
}
