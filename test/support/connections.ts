import { Redis } from 'ioredis';
import { createClient, type RedisClientType } from 'redis';
import type { Stage } from './workload.js';

/** One played process: its copy of the module and its one connection, shared by all of its callers. */
export interface Connected<Module, Client> {
  readonly module: Module;
  readonly client: Client;
}

/** Gives each instance an ioredis connection that is ready, closes them all afterwards. */
export async function withIoredis<Module, Result>(
  { instances, redisUrl }: Stage<Module>,
  use: (connected: readonly Connected<Module, Redis>[]) => Promise<Result>,
): Promise<Result> {
  const connected = instances.map((module) => ({ module, client: new Redis(redisUrl) }));
  try {
    await Promise.all(connected.map(({ client }) => client.ping()));
    return await use(connected);
  } finally {
    for (const { client } of connected) client.disconnect();
  }
}

/** Gives each instance a node-redis connection that is ready, closes them all afterwards. */
export async function withNodeRedis<Module, Result>(
  { instances, redisUrl }: Stage<Module>,
  use: (connected: readonly Connected<Module, RedisClientType>[]) => Promise<Result>,
): Promise<Result> {
  const connected = instances.map((module) => ({ module, client: createClient({ url: redisUrl }) }));
  try {
    await Promise.all(connected.map(({ client }) => client.connect()));
    return await use(connected);
  } finally {
    for (const { client } of connected) client.destroy();
  }
}

/** A connection of the workload's own, to prepare a store or to look into it. */
export async function inspect<Result>(
  redisUrl: string,
  look: (redis: Redis) => Promise<Result>,
): Promise<Result> {
  const redis = new Redis(redisUrl);
  try {
    return await look(redis);
  } finally {
    redis.disconnect();
  }
}
