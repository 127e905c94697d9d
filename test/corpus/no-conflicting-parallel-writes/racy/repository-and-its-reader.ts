import { Pool } from "pg";
export class OrderRepo {
  constructor(private pool: Pool) {}
  async markPaid(id: number) {
    await this.pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [id]);
  }
  async load(id: number) {
    const res = await this.pool.query("SELECT * FROM orders WHERE id = $1", [id]);
    return res.rows[0];
  }
}
export class OrderService {
  private repo: OrderRepo;
  constructor(pool: Pool) { this.repo = new OrderRepo(pool); }
  async pay(id: number) {
    const [, order] = await Promise.all([
      this.repo.markPaid(id), // RACE
      this.repo.load(id),
    ]);
    return order;
  }
}
