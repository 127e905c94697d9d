import Redis from 'ioredis';

class DocStore {
  private readonly redis = new Redis();
  async load(id: string): Promise<{ tags: string[] }> {
    return JSON.parse((await this.redis.get(`doc:${id}`)) ?? '{"tags":[]}');
  }
  async save(id: string, doc: { tags: string[] }) {
    await this.redis.set(`doc:${id}`, JSON.stringify(doc)); // RACE
  }
}

const docs = new DocStore();

export async function tag(id: string, label: string) {
  const doc = await docs.load(id);
  doc.tags = [...doc.tags, label];
  await docs.save(id, doc); // RACE
}
