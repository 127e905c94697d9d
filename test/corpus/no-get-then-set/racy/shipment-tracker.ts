import type { RedisClientType } from 'redis';

export type Checkpoint = { place: string; at: string };
export type Shipment = { route: Checkpoint[]; delays: number; eta: string };

type Store = Pick<RedisClientType, 'get' | 'set'>;

export const createTracker = (store: Store) => {
    const find = async (id: string): Promise<Shipment | null> => {
        const text = await store.get(`shipment:${id}`);
        return text && JSON.parse(text);
    };

    const delay = async (id: string, hours: number): Promise<Shipment> => {
        const shipment = await find(id);
        if (!shipment) throw new Error('no shipment ' + id);
        const eta = new Date(Date.parse(shipment.eta) + hours * 3_600_000).toISOString();
        const delayed = { ...shipment, eta, delays: shipment.delays + 1 };
        await store.set(`shipment:${id}`, JSON.stringify(delayed)); // RACE
        return delayed;
    };

    return { find, delay };
};
