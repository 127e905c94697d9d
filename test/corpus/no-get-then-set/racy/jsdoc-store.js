/**
 * Keeps how often an experiment variant was shown.
 *
 * @param {import('ioredis').Redis} redis
 */
export function makeExposureStore(redis) {
  /**
   * @param {string} experiment
   * @param {string} variant
   * @returns {Promise<number>}
   */
  async function shown(experiment, variant) {
    const table = JSON.parse((await redis.get(`exposure:${experiment}`)) || '{}');
    const n = (table[variant] || 0) + 1;
    await redis.set(`exposure:${experiment}`, JSON.stringify({ ...table, [variant]: n })); // RACE
    return n;
  }

  return { shown };
}
