import Keyv from 'keyv';

const votes = new Keyv('redis://localhost:6379', { namespace: 'votes' });

export async function vote(option: string): Promise<number> {
  const current = (await votes.get<number>(option)) ?? 0;
  const next = current + 1;
  await votes.set(option, next); // RACE
  return next;
}
