// safe: the session is new, and others get it only after it is complete
import { randomUUID } from 'node:crypto';
import { loadHistory, summarise } from './history.mjs';

const sessions = new Map();

export async function openSession(user) {
  const session = { id: randomUUID(), user, turns: 0, summary: '' };
  const history = await loadHistory(user);
  session.turns += history.length;
  session.summary = session.summary + (await summarise(history));
  if (!session.summary) session.summary = await summarise([user]);
  sessions.set(session.id, session);
  return session.id;
}

export const sessionOf = (id) => sessions.get(id);
