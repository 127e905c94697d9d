// safe: only the entries that were written are deleted
import { updateUser } from './users.js';

const patches = new Map<string, Record<string, unknown>>();

export function patch(user: string, fields: Record<string, unknown>): void {
  patches.set(user, fields);
}

export async function writeBack(): Promise<void> {
  for (const [user, fields] of [...patches]) {
    await updateUser(user, fields);
    if (patches.get(user) === fields) patches.delete(user);
  }
}
