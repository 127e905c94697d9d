var redis = require('ioredis').createClient();

redis.on('error', function (err) {
  console.error('hit counter', err.message);
});

exports.hit = function (page, done) {
  redis.get('hits:' + page, function (err, value) {
    if (err) return done(err);
    var hits = +value + 1;
    redis.set('hits:' + page, hits, function (err2) { // RACE
      if (err2) return done(err2);
      done(null, hits);
    });
  });
};
