import { Cluster } from 'ioredis';

const nodes = (process.env.NODES ?? 'localhost:7000').split(',').map((n) => {
  const [host, port] = n.split(':');
  return { host, port: Number(port) };
});

const ratings = new Cluster(nodes);

const expected = (a: number, b: number) => 1 / (1 + 10 ** ((b - a) / 400));

export async function applyMatch(winner: string, loser: string) {
  const keys = [`{elo}:${winner}`, `{elo}:${loser}`];
  const [w, l] = (await ratings.mget(keys)).map((v) => Number(v ?? 1500)) as [number, number];

  const delta = Math.round(32 * (1 - expected(w, l)));
  await ratings.mset({ [`{elo}:${winner}`]: w + delta, [`{elo}:${loser}`]: l - delta }); // RACE
  return delta;
}
