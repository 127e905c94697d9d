// safe: who adds is told by SADD whether he is new
const Koa = require('koa');
const Redis = require('ioredis');

const app = new Koa();
const redis = new Redis();

app.use(async (ctx) => {
  const isNew = await redis.sadd(`poll:${ctx.query.poll}:voters`, ctx.query.user);
  if (!isNew) ctx.throw(409, 'voted already');
  await redis.hincrby(`poll:${ctx.query.poll}:votes`, ctx.query.option, 1);
  ctx.status = 201;
});

app.listen(8080);
