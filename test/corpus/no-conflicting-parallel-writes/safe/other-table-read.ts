// safe: the read is of another table
import { Pool } from "pg";
export class R {
  constructor(private pool: Pool) {}
  async mark(id: number) { await this.pool.query("UPDATE orders SET status='paid' WHERE id=$1", [id]); }
  async items(id: number) { return (await this.pool.query("SELECT * FROM items WHERE order_id=$1", [id])).rows; }
  async both(id: number) { await Promise.all([this.mark(id), this.items(id)]); }
}
