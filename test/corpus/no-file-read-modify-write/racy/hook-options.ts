import { readJSON, outputJSON } from 'fs-extra';

interface Options {
  readonly storage: { readonly file: string };
}

export function sessionLog(options: Options) {
  const { file } = options.storage;
  return {
    async onFinish(event: { cost: number }) {
      const totals = await readJSON(file).catch(() => ({ cost: 0, calls: 0 }));
      totals.cost += event.cost;
      totals.calls++;
      await outputJSON(file, totals); // RACE
    },
  };
}
