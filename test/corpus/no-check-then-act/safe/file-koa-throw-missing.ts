// Safe: what is missing is answered with 404, and what is there is read.
import Router from '@koa/router';
import { pathExists, readFile } from 'fs-extra';
import { join } from 'node:path';

export const fonts = new Router();

fonts.get('/fonts/:family', async (ctx) => {
  const home = join('/srv/fonts', `${ctx.params.family}.woff2`);
  if (!(await pathExists(home))) ctx.throw(404);
  ctx.body = await readFile(home);
});
