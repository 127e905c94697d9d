import { updateUser } from './users.js';

const patches = new Map<string, Record<string, unknown>>();

export function patch(user: string, field: string, value: unknown): void {
  const fields = patches.get(user) ?? {};
  fields[field] = value;
  patches.set(user, fields);
}

export async function writeBack(): Promise<void> {
  for (const [user, fields] of patches) {
    await updateUser(user, fields);
  }
  patches.clear(); // RACE
}
