import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

interface Options {
  times: number;
  retryIf(error: Error): boolean;
}

async function attempt<T>(run: () => Promise<T>, options: Options): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await run();
    } catch (error) {
      if (i >= options.times || !options.retryIf(error as Error)) throw error;
    }
  }
}

export const consume = (key: string, tokens: number) =>
  attempt(() => redis.incrby(key, tokens), { times: 4, retryIf: (error) => error.message.includes('timeout') }); // RACE
