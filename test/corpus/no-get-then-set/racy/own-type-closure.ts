type Kv = {
  getItem: (key: string) => Promise<unknown>;
  setItem: (key: string, value: unknown) => Promise<void>;
};

export function createCounter(kv: Kv, prefix: string) {
  const keyOf = (name: string) => `${prefix}:${name}`;
  return {
    async increment(name: string, by = 1) {
      const value = Number((await kv.getItem(keyOf(name))) ?? 0);
      await kv.setItem(keyOf(name), value + by); // RACE
      return value + by;
    },
  };
}
