// safe: the old value is only logged
import { Redis } from 'ioredis';
import pino from 'pino';

const logger = pino();
const redis = new Redis();

export async function publishVersion(service: string, version: string): Promise<void> {
  const old = await redis.get(`version:${service}`);
  logger.info({ service, from: old, to: version }, 'deploying');
  if (old === version) {
    logger.warn({ service }, 'same version is deployed again');
  }
  await redis.set(`version:${service}`, version);
}
