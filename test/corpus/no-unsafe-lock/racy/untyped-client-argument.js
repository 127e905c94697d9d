/** Runs `task` on one machine at a time. */
async function single(client, name, task) {
  const lockKey = `locks/${name}`;
  const won = await client.set(lockKey, 'x', 'NX', 'EX', 60);
  if (!won) return null;
  try {
    return await task();
  } finally {
    await client.del(lockKey); // RACE
  }
}

module.exports = { single };
