import { createClient } from 'redis';

const client = await createClient().connect();

interface Ticket {
  status: 'open' | 'closed';
  watchers: string[];
  history: { at: number; note: string }[];
}

export async function addWatcher(ticketId: string, email: string) {
  const id = `ticket:${ticketId}`;
  const watchers = (await client.json.get(id, { path: '.watchers' })) as string[];
  if (watchers.includes(email)) return watchers;
  watchers.push(email);
  await client.json.set(id, '.watchers', watchers); // RACE
  return watchers;
}

export async function read(ticketId: string): Promise<Ticket> {
  return (await client.json.get(`ticket:${ticketId}`)) as unknown as Ticket;
}
