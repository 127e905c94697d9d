// safe: what was seen is taken out of the set, the rest stays
import { markSeen } from './inbox.js';

let seen = new Set<string>();

export const see = (id: string): void => {
  seen.add(id);
};

export const syncSeen = async (): Promise<void> => {
  const ids = [...seen];
  await markSeen(ids);
  for (const id of ids) seen.delete(id);
};
