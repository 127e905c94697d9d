'use strict';

const { EventEmitter } = require('events');
const { Worker, Queue } = require('bullmq');
const Redis = require('ioredis');

const REDIS_URL = process.env.REDIS_URL || 'redis://127.0.0.1:6379';

const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
const store = new Redis(REDIS_URL);
const queue = new Queue('import', { connection });
const bus = new EventEmitter();

function statusKey(batch) {
  return `import:${batch}:status`;
}

/** Puts one job per row into the queue. */
async function startImport(batch, rows) {
  const status = { total: rows.length, ok: 0, failed: [], startedAt: Date.now() };
  await store.set(statusKey(batch), JSON.stringify(status), 'EX', 86400);
  await queue.addBulk(rows.map((row, index) => ({ name: 'row', data: { batch, index, row } })));
}

function validate(row) {
  const errors = [];
  if (!row.email || !row.email.includes('@')) errors.push('email');
  if (!row.name) errors.push('name');
  return errors;
}

async function processRow({ data: { batch, index, row } }) {
  const errors = validate(row);
  if (errors.length === 0) {
    await store.hset(`contact:${row.email}`, { name: row.name, importedFrom: batch });
  }

  const text = await store.get(statusKey(batch));
  if (!text) {
    throw new Error(`batch ${batch} has expired`);
  }
  const status = JSON.parse(text);
  if (errors.length > 0) {
    status.failed.push({ index, errors });
  } else {
    status.ok++;
  }
  await store.set(statusKey(batch), JSON.stringify(status), 'EX', 86400); // RACE

  if (status.ok + status.failed.length === status.total) {
    bus.emit('done', batch, status);
  }
}

const worker = new Worker('import', processRow, { connection, concurrency: 25 });
worker.on('failed', (job, error) => console.error('row failed', job && job.id, error));

module.exports = { startImport, bus, worker };
