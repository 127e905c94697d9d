// safe: increments add up, in any order
import { prisma } from './prisma.js';

export async function tally(pollId: string, votes: { weight: number }[]): Promise<void> {
  await Promise.all(
    votes.map(async (vote) => {
      await prisma.poll.update({ where: { id: pollId }, data: { total: { increment: vote.weight } } });
    }),
  );
}
