import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const READINGS = process.env.READINGS ?? './readings';

export function poll(stations: readonly string[]): void {
  stations.forEach(async (station) => {
    const response = await fetch(`https://weather.example/${station}`);
    await writeFile(join(READINGS, `${station}.json`), await response.text());
  });
}

/** Each of the two in its own file, whichever comes first. */
export async function pollBoth(): Promise<void> {
  const fileOf = (isInside: boolean): string => join(READINGS, isInside ? 'inside.json' : 'outside.json');
  await Promise.all(
    [true, false].map(async (isInside) => {
      const response = await fetch(`https://weather.example/home?inside=${isInside}`);
      await writeFile(fileOf(isInside), await response.text());
    }),
  );
}
