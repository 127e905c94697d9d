import { Worker } from 'bullmq';
import { createClientPool } from 'redis';

interface Reservation {
    sku: string;
    qty: number;
    orderId: string;
}

class OutOfStock extends Error {
    constructor(readonly sku: string) {
        super(`out of stock: ${sku}`);
    }
}

const pool = createClientPool({ url: process.env.STOCK_REDIS });

const reserve = async ({ sku, qty, orderId }: Reservation) => {
    const available = Number((await pool.hGet(`stock:${sku}`, 'available')) ?? 0);
    if (available < qty) {
        throw new OutOfStock(sku);
    }
    await pool.hSet(`stock:${sku}`, 'available', available - qty); // RACE
    await pool.hSet(`stock:${sku}:reserved`, orderId, qty);
};

export async function start() {
    await pool.connect();
    return new Worker<Reservation>('reservations', (job) => reserve(job.data), {
        connection: { host: 'localhost' },
        concurrency: 50,
        limiter: { max: 500, duration: 1000 },
    });
}
