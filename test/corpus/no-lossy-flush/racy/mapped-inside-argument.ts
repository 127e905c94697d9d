import type { Collection } from 'mongodb';

interface Reading {
  sensor: string;
  value: number;
}

export function collector(readings: Collection<Reading>) {
  const latest = new Map<string, Reading>();
  return {
    report(sensor: string, value: number): void {
      latest.set(sensor, { sensor, value });
    },
    async persist(): Promise<number> {
      const { size } = latest;
      await readings.bulkWrite(
        [...latest.values()].map((reading) => ({
          replaceOne: { filter: { sensor: reading.sensor }, replacement: reading, upsert: true },
        })),
      );
      latest.clear(); // RACE
      return size;
    },
  };
}
