export interface Counter {
  next(): Promise<number>;
  peek(): number;
}

export function createCounter(persist: (n: number) => Promise<void>, start = 0): Counter {
  let value = start;

  return {
    async next() {
      const candidate = value + 1;
      await persist(candidate);
      value = candidate; // RACE
      return value;
    },
    peek: () => value,
  };
}
