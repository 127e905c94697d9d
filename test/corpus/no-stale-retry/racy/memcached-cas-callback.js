const Memcached = require('memcached');

const cache = new Memcached('cache-1:11211');

exports.addViewer = function addViewer(room, viewer, done) {
  cache.gets(room, function (err, found) {
    if (err) return done(err);
    const viewers = (found[room] || []).concat(viewer);

    function attempt(left) {
      cache.cas(room, viewers, found.cas, 600, function (failure, stored) { // RACE
        if (failure) return done(failure);
        if (stored) return done(null, viewers);
        if (left === 0) return done(new Error('too many viewers at once'));
        setTimeout(attempt, 10, left - 1);
      });
    }

    attempt(5);
  });
};
