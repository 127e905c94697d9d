import postgres from 'postgres';

const sql = postgres();

export async function comment(postId: number, author: string, text: string) {
  let done = false;
  let attempts = 0;
  while (!done && attempts++ < 5) {
    try {
      await sql`insert into comments (post_id, author, text) values (${postId}, ${author}, ${text})`; // RACE
      done = true;
    } catch (error) {
      console.error(error);
    }
  }
  if (!done) throw new Error('comment was not stored');
}
