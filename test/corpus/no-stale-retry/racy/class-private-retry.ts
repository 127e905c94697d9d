interface Row {
  version: number;
  data: Record<string, unknown>;
}

interface Table {
  find(id: string): Promise<Row>;
  updateWithVersion(id: string, data: Row['data'], version: number): Promise<boolean>;
}

export class Settings {
  #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async set(id: string, name: string, value: unknown): Promise<void> {
    const row = await this.#table.find(id);
    const data = { ...row.data, [name]: value };
    await this.#retry(async () => {
      const written = await this.#table.updateWithVersion(id, data, row.version); // RACE
      if (!written) throw new Error('version conflict');
    });
  }

  async #retry(operation: () => Promise<void>, attempts = 3): Promise<void> {
    try {
      await operation();
    } catch (error) {
      if (attempts <= 1) throw error;
      await this.#retry(operation, attempts - 1);
    }
  }
}
