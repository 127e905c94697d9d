const Memcached = require('memcached');

const memcached = new Memcached('localhost:11211');

exports.hit = function hit(page, callback) {
  memcached.get(`hits:${page}`, (err, value) => {
    if (err) return callback(err);
    memcached.set(`hits:${page}`, (value || 0) + 1, 0, callback); // RACE
  });
};
