import Router from '@koa/router';
import { move, pathExists } from 'fs-extra';
import { join } from 'node:path';

export const fonts = new Router();

fonts.put('/fonts/:family', async (ctx) => {
  const home = join('/srv/fonts', `${ctx.params.family}.woff2`);
  if (await pathExists(home)) ctx.throw(409, 'this family has been uploaded');
  await move(ctx.request.body.path, home, { overwrite: true }); // RACE
  ctx.status = 201;
});
