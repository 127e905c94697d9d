// safe: the read asks for a column that nobody sets
import { Pool } from 'pg';

export class Mailer {
  constructor(private readonly pool: Pool) {}

  private async mark(id: string, state: string): Promise<void> {
    await this.pool.query('UPDATE orders SET state = $2 WHERE id = $1', [id, state]);
  }

  private async greet(id: string): Promise<void> {
    const { rows } = await this.pool.query('SELECT email FROM orders WHERE id = $1', [id]);
    await send(rows[0]?.email);
  }

  async ship(id: string): Promise<void> {
    await Promise.all([this.mark(id, 'shipped'), this.greet(id)]);
  }
}

async function send(address: string): Promise<void> {
  await fetch(`https://mail.example/${address}`);
}
