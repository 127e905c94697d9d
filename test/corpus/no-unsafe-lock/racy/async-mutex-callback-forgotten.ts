import { Mutex } from 'async-mutex';

const mutexes = new Map<string, Mutex>();

export class DocumentEditor {
  constructor(private readonly documents: { read(id: string): Promise<string>; write(id: string, text: string): Promise<void> }) {}

  async append(id: string, line: string): Promise<void> {
    let mutex = mutexes.get(id);
    if (!mutex) mutexes.set(id, (mutex = new Mutex()));
    const release = await mutex.acquire(); // RACE
    const text = await this.documents.read(id);
    if (text.endsWith(line)) return;
    await this.documents.write(id, `${text}\n${line}`);
    release();
  }
}
