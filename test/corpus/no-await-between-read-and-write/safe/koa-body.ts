// safe: ctx belongs to this request, and the body does not come from the old one
import Koa from 'koa';
import { load } from './articles.js';

const app = new Koa();

app.use(async (ctx) => {
  const article = await load(ctx.query.id as string);
  ctx.body = article;
});

app.use(async (ctx, next) => {
  await next();
  ctx.status = ctx.body ? 200 : 404;
});

export default app;
