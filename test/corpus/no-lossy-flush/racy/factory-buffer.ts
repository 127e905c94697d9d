export function createBuffer<T>(save: (items: T[]) => Promise<void>) {
  let items: T[] = [];

  return {
    add(item: T) {
      items.push(item);
    },
    async flush() {
      if (items.length === 0) return;
      await save(items);
      items = []; // RACE
    },
  };
}
