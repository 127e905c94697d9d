import Redis from 'ioredis';

interface Store<T> {
  read(id: string): Promise<T | undefined>;
  write(id: string, value: T): Promise<void>;
}

export class JsonStore<T> implements Store<T> {
  constructor(private readonly redis: Redis, private readonly ns: string) {}

  async read(id: string): Promise<T | undefined> {
    const s = await this.redis.get(`${this.ns}/${id}`);
    return s === null ? undefined : (JSON.parse(s) as T);
  }

  async write(id: string, value: T): Promise<void> {
    await this.redis.set(`${this.ns}/${id}`, JSON.stringify(value)); // RACE
  }

  async append(this: JsonStore<string[]>, id: string, item: string): Promise<number> {
    const list = (await this.read(id)) ?? [];
    list.push(item);
    await this.write(id, list); // RACE
    return list.length;
  }
}
