import Koa from 'koa';
import Redis from 'ioredis';

const app = new Koa();
const redis = new Redis();
const SEATS = 40;

app.use(async (ctx) => {
  const ride = `ride:${ctx.query.id}`;
  const taken = await redis.hlen(ride);
  if (taken >= SEATS) ctx.throw(409, 'no seat left');
  await redis.hset(ride, String(ctx.query.user), 'seat'); // RACE
  ctx.status = 201;
});

app.listen(8080);
