import { markSeen } from './inbox.js';

const seen = new Set<string>();

export const see = (id: string): void => {
  seen.add(id);
};

export const syncSeen = async (): Promise<void> => {
  await markSeen(Array.from(seen));
  seen.clear(); // RACE
};
