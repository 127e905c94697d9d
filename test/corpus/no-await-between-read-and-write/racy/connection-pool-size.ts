import { open, type Conn } from './conn.js';
export class Pool {
  private readonly idle: Conn[] = [];
  private size = 0;
  constructor(private readonly limit: number) {}
  async take(): Promise<Conn> {
    const free = this.idle.pop();
    if (free) return free;
    if (this.size >= this.limit) throw new Error('exhausted');
    const conn = await open();
    this.size++; // RACE
    return conn;
  }
}
