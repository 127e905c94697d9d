// safe: async-lock runs the callback and lets go
const AsyncLock = require('async-lock');
const { patch } = require('./patch');

const lock = new AsyncLock({ timeout: 5000 });

module.exports = (id, change) => lock.acquire(id, () => patch(id, change));
