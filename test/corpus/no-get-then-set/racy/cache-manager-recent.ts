import { createCache } from 'cache-manager';

const cache = createCache();

export const remember = async (user: string, page: string) => {
  const recent: string[] = (await cache.get<string[]>(`recent:${user}`)) ?? [];
  const updated = [page, ...recent.filter((each) => each !== page)].slice(0, 10);
  return cache.set(`recent:${user}`, updated); // RACE
};
