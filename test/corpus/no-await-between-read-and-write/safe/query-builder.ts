// safe: a builder is used by the call that made it
import { resolveTable } from './schema.js';

class QueryBuilder {
  private parts: string[] = [];
  private params = 0;

  async from(table: string): Promise<this> {
    const real = await resolveTable(table);
    this.parts.push(`from ${real}`);
    return this;
  }

  where(column: string): this {
    this.params += 1;
    this.parts.push(`where ${column} = $${this.params}`);
    return this;
  }

  toString(): string {
    return ['select *', ...this.parts].join(' ');
  }
}

export async function ordersQuery(): Promise<string> {
  const query = await new QueryBuilder().from('orders');
  return query.where('customer').toString();
}
