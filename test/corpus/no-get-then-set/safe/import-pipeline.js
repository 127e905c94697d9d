// safe: counts by HINCRBY and collects failures by RPUSH
'use strict';

const { Worker, Queue } = require('bullmq');
const Redis = require('ioredis');

const connection = new Redis({ maxRetriesPerRequest: null });
const store = new Redis();
const queue = new Queue('import', { connection });

async function startImport(batch, rows) {
  await store.hset(`import:${batch}`, { total: rows.length, startedAt: Date.now() });
  await queue.addBulk(rows.map((row, index) => ({ name: 'row', data: { batch, index, row } })));
}

async function processRow({ data: { batch, index, row } }) {
  const key = `import:${batch}`;
  const total = Number(await store.hget(key, 'total'));

  let finished;
  if (row.email && row.email.includes('@')) {
    await store.hset(`contact:${row.email}`, { name: row.name, importedFrom: batch });
    finished = await store.hincrby(key, 'finished', 1);
  } else {
    await store.rpush(`${key}:failed`, JSON.stringify({ index, row }));
    finished = await store.hincrby(key, 'finished', 1);
  }

  if (finished === total) {
    await store.hset(key, 'doneAt', new Date().toISOString());
  }
}

const worker = new Worker('import', processRow, { connection, concurrency: 25 });

module.exports = { startImport, worker };
