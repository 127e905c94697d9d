// safe: collects numbers, writes nothing
import { createCluster } from 'redis';
import { Hono } from 'hono';

const cluster = createCluster({ rootNodes: [{ url: 'redis://ops-1:6379' }] });
void cluster.connect();

interface Overview {
    workers: number;
    load: number;
    backlog: Record<string, number>;
}

async function overview(queues: string[]): Promise<Overview> {
    const fleet = JSON.parse((await cluster.get('fleet')) ?? '{}') as Record<string, { load: number }>;
    const backlog: Record<string, number> = {};
    for (const queue of queues) {
        backlog[queue] = await cluster.lLen(`queue:${queue}`);
    }
    const loads = Object.values(fleet).map((w) => w.load);
    return { workers: loads.length, load: loads.reduce((a, b) => a + b, 0), backlog };
}

export const ops = new Hono().get('/overview', async (c) => c.json(await overview(['mail', 'render'])));
