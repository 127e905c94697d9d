// safe: each task writes the entry of its own host
export async function latencies(hosts: string[], ping: (h: string) => Promise<number>) {
  const byHost: Record<string, number> = {};
  const order = new Map<string, number>();
  await Promise.all(
    hosts.map(async (host, index) => {
      byHost[host] = await ping(host);
      order.set(host, index);
    }),
  );
  return { byHost, order };
}
