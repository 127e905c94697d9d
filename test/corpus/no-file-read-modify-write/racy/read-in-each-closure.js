import fs from 'node:fs/promises';

export function openWatchlist(file) {
  const load = async () => JSON.parse(await fs.readFile(file, 'utf8'));
  return {
    async watch(symbol) {
      const symbols = await load();
      symbols.push(symbol);
      await fs.writeFile(file, JSON.stringify(symbols)); // RACE
    },
  };
}
