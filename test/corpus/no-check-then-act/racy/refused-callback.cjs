const Memcached = require('memcached');
const cache = new Memcached('127.0.0.1:11211');

module.exports = function raffle(app, draws) {
  app.post('/raffle/:day', (req, res, next) => {
    const key = `raffle:${req.params.day}:${req.session.userId}`;
    cache.get(key, (err, ticket) => {
      if (err) return next(err);
      if (ticket) return res.status(403).json({ message: 'one ticket a day', ticket });
      cache.set(key, req.body.number, 86400, (failed) => { // RACE
        if (failed) return next(failed);
        draws.enter(req.body.number, (error, entry) => (error ? next(error) : res.json(entry)));
      });
    });
  });
};
