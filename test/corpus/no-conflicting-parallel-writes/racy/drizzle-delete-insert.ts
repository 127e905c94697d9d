import { eq } from 'drizzle-orm';
import { db } from './db.js';
import { members } from './schema.js';

export async function setMembers(teamId: number, userIds: number[]) {
  await Promise.all([
    db.delete(members).where(eq(members.teamId, teamId)),
    db.insert(members).values(userIds.map((userId) => ({ teamId, userId }))), // RACE
  ]);
}
