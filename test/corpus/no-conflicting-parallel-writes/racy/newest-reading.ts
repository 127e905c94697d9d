import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NEWEST = join(process.env.READINGS ?? './readings', 'newest.json');

export function poll(stations: readonly string[]): void {
  stations.forEach(async (station) => {
    const response = await fetch(`https://weather.example/${station}`);
    await writeFile(NEWEST, await response.text()); // RACE
  });
}
