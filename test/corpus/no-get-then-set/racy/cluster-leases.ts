import Redis from 'ioredis';

const cluster = new Redis.Cluster([{ host: 'n1', port: 7000 }, { host: 'n2', port: 7000 }], {
  redisOptions: { password: process.env.REDIS_PASSWORD },
});

type Lease = { vehicle: string; until: number };

export const extendLease = async (driver: string, vehicle: string, ms: number): Promise<Lease[]> => {
  const stored = await cluster.get(`{leases}:${driver}`);
  const leases: Lease[] = stored === null ? [] : JSON.parse(stored);

  const extended = leases.map((lease) =>
    lease.vehicle === vehicle ? { ...lease, until: lease.until + ms } : lease,
  );

  await cluster.set(`{leases}:${driver}`, JSON.stringify(extended), 'KEEPTTL'); // RACE
  return extended;
};
