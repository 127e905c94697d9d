// safe: a synchronous in-memory stand-in
export class MemoryStorage {
  private readonly data: Record<string, string> = {};
  get(key: string): string | null {
    return this.data[key] ?? null;
  }
  set(key: string, value: string): void {
    this.data[key] = value;
  }
}

const store = new MemoryStorage();

export function rememberTab(tab: string): string[] {
  const tabs = JSON.parse(store.get('tabs') ?? '[]') as string[];
  const next = [tab, ...tabs.filter((t) => t !== tab)].slice(0, 5);
  store.set('tabs', JSON.stringify(next));
  return next;
}
