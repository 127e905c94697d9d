// `gets` and `cas`: the server compares
const Memcached = require('memcached');

const memcached = new Memcached('localhost:11211');

exports.append = function append(key, item, callback) {
  memcached.gets(key, (err, data) => {
    if (err) return callback(err);
    const list = data ? JSON.parse(data[key]) : [];
    memcached.cas(key, JSON.stringify([...list, item]), data.cas, 0, (error, stored) => {
      if (error) return callback(error);
      if (!stored) return append(key, item, callback);
      callback(null, list.length + 1);
    });
  });
};

exports.hit = function hit(page, callback) {
  memcached.incr(`hits:${page}`, 1, callback);
};
