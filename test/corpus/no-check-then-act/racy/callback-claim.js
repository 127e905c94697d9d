const redis = require('redis');

const client = redis.createClient();

exports.reserve = function reserve(seat, user, done) {
  client.get(`seat:${seat}`, (err, holder) => {
    if (err) return done(err);
    if (holder) return done(null, false);
    client.set(`seat:${seat}`, user, (error) => { // RACE
      done(error, !error);
    });
  });
};
