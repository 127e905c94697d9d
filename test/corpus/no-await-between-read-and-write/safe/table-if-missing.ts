// safe: what is set up says that a second time does nothing
export class Saver {
  private isSetup = false;
  constructor(private readonly db: { query(sql: string): Promise<void> }) {}
  private async setup(): Promise<void> {
    if (this.isSetup) return;
    await this.db.query('CREATE TABLE IF NOT EXISTS steps (id TEXT PRIMARY KEY)');
    this.isSetup = true;
  }
  async put(id: string): Promise<void> { await this.setup(); await this.db.query(id); }
}
