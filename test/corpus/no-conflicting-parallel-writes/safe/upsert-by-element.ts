// safe: each element is a row of its own
import { prisma } from './prisma.js';

export async function sync(users: { email: string; name: string }[]): Promise<void> {
  await Promise.all(
    users.map(({ email, name }) =>
      prisma.user.upsert({ where: { email }, update: { name }, create: { email, name } }),
    ),
  );
}
