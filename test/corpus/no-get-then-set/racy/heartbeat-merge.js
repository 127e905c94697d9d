const Redis = require('ioredis');
const os = require('os');

const redis = new Redis(process.env.REDIS_URL, { retryStrategy: (n) => Math.min(n * 50, 2000) });

let stopped = false;

/** Every worker process of the fleet runs this and shows itself in one common document. */
function startHeartbeat(workerId, everyMs = 5000) {
  const timer = setInterval(async () => {
    if (stopped) return;
    try {
      const fleet = JSON.parse((await redis.get('fleet')) || '{}');
      for (const [id, seen] of Object.entries(fleet)) {
        if (Date.now() - seen.at > everyMs * 3) delete fleet[id];
      }
      fleet[workerId] = { at: Date.now(), load: os.loadavg()[0], host: os.hostname() };
      await redis.set('fleet', JSON.stringify(fleet)); // RACE
    } catch (error) {
      console.error('heartbeat failed', error);
    }
  }, everyMs);

  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

module.exports = { startHeartbeat };
