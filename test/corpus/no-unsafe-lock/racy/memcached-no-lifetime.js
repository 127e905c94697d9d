const Memcached = require('memcached');

const cache = new Memcached('127.0.0.1:11211');

module.exports.nightly = (work) =>
  cache.add('lock:nightly', process.pid, 0, (error) => { // RACE
    if (error) return;
    work(() => cache.del('lock:nightly', () => undefined));
  });
