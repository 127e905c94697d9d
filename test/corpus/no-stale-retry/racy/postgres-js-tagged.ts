import postgres from 'postgres';

const sql = postgres();

export async function publish(id: number): Promise<boolean> {
  const [post] = await sql`select * from posts where id = ${id}`;
  let tries = 3;
  do {
    const rows = await sql` // RACE
      update posts set state = 'published', body = ${render(post)}, version = ${post.version + 1}
      where id = ${id} and version = ${post.version} returning id`;
    if (rows.length > 0) return true;
  } while (--tries > 0);
  return false;
}

function render(post: any): string {
  return `# ${post.title}`;
}
