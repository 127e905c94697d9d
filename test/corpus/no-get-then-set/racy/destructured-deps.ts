import type { Redis } from 'ioredis';

interface Logger { info(o: object, msg: string): void }
interface Deps { redis: Redis; logger: Logger; now?: () => number }

export const createLotteryService = ({ redis, logger, now = Date.now }: Deps) => {
  const ticketsKey = (round: number) => `lottery:${round}:tickets`;

  const buyTicket = async (round: number, user: string) => {
    const tickets = JSON.parse((await redis.get(ticketsKey(round))) ?? '[]') as { user: string; at: number }[];
    const number = tickets.length + 1;
    await redis.set(ticketsKey(round), JSON.stringify(tickets.concat({ user, at: now() }))); // RACE
    logger.info({ round, user, number }, 'ticket sold');
    return number;
  };

  const countTickets = async (round: number) =>
    (JSON.parse((await redis.get(ticketsKey(round))) ?? '[]') as unknown[]).length;

  return { buyTicket, countTickets };
};
