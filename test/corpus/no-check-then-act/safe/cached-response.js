// safe: a cache whose hit is sent to the client
const Redis = require('ioredis');
const redis = new Redis();

exports.list = async (req, res) => {
  const key = `list:${req.query.page}`;
  const body = await redis.get(key);
  if (body) {
    res.set('x-cache', 'hit');
    res.send(body);
    return;
  }
  const rows = await req.db.query('select * from items');
  const text = JSON.stringify(rows);
  await redis.set(key, text, 'EX', 30);
  res.send(text);
};
