import type { Pool } from 'pg';

interface Account {
  id: string;
  limit: number;
  version: number;
}

export class AccountRepository {
  constructor(private readonly pool: Pool) {}

  async raiseLimit(id: string, by: number): Promise<Account> {
    const account = await this.load(id);
    const raised = { ...account, limit: account.limit + by };
    for (let i = 0; i < 10; i++) {
      if (await this.tryStore(raised)) return raised;
      await new Promise((resolve) => setTimeout(resolve, 20 * i));
    }
    throw new Error(`account ${id} is busy`);
  }

  private async load(id: string): Promise<Account> {
    const { rows } = await this.pool.query<Account>('SELECT id, "limit", version FROM accounts WHERE id = $1', [id]);
    if (!rows[0]) throw new Error(`no account ${id}`);
    return rows[0];
  }

  private async tryStore(account: Account): Promise<boolean> {
    const result = await this.pool.query( // RACE
      'UPDATE accounts SET "limit" = $2, version = version + 1 WHERE id = $1 AND version = $3',
      [account.id, account.limit, account.version],
    );
    return result.rowCount === 1;
  }
}
