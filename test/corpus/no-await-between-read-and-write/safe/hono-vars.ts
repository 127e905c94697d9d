// safe: c is the context of one request
import { Hono } from 'hono';
import { verify } from './jwt';

type Vars = { Variables: { roles: string[] } };

const app = new Hono<Vars>();

app.use('/admin/*', async (c, next) => {
  const roles = c.get('roles') ?? [];
  const claims = await verify(c.req.header('authorization') ?? '');
  c.set('roles', [...roles, ...claims.roles]);
  await next();
});

export default app;
