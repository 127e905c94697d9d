// safe: executeIsolated gives a dedicated connection for WATCH, conflicts are retried
const { createClient, WatchError } = require('redis');

const client = createClient({ isolationPoolOptions: { min: 1, max: 10 } });
client.on('error', (e) => console.error(e));

async function takeTicket(queue, attempts = 5) {
  try {
    return await client.executeIsolated(async (isolated) => {
      await isolated.watch(`tickets:${queue}`);
      const last = await isolated.get(`tickets:${queue}`);
      const next = Number(last || 0) + 1;
      await isolated.multi().set(`tickets:${queue}`, String(next)).exec();
      return next;
    });
  } catch (err) {
    if (err instanceof WatchError && attempts > 0) return takeTicket(queue, attempts - 1);
    throw err;
  }
}

module.exports = { takeTicket, start: () => client.connect() };
