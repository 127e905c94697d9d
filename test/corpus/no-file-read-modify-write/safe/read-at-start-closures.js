// Safe: the file is read once, before there is anybody to change the list; then memory is what counts.
import fs from 'node:fs/promises';

export async function openWatchlist(file) {
  const symbols = new Set(JSON.parse(await fs.readFile(file, 'utf8').catch(() => '[]')));
  let last = Promise.resolve();
  const save = () => {
    last = last.then(() => fs.writeFile(file, JSON.stringify([...symbols])));
    return last;
  };
  return {
    watch(symbol) {
      symbols.add(symbol);
      return save();
    },
    forget(symbol) {
      symbols.delete(symbol);
      return save();
    },
  };
}
