import { createCluster } from 'redis';

const cluster = createCluster({ rootNodes: [{ url: 'redis://meter-1:6379' }, { url: 'redis://meter-2:6379' }] });

interface Sample {
    readonly meter: string;
    readonly watts: number;
    readonly at: Date;
}

export const begin = () => cluster.connect();

export async function ingest(sample: Sample) {
    const row = await cluster.hGetAll(`meter:${sample.meter}`);

    const lowest = Math.min(Number(row.min ?? Infinity), sample.watts);
    const highest = Math.max(Number(row.max ?? -Infinity), sample.watts);
    const samples = Number(row.n ?? 0) + 1;

    await cluster.hSet(`meter:${sample.meter}`, { min: lowest, max: highest, n: samples, at: sample.at.toISOString() }); // RACE
}
