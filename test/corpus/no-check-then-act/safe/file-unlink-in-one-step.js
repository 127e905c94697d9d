const { existsSync, unlinkSync } = require('node:fs');
const { join } = require('node:path');
const Router = require('@koa/router');

const router = new Router({ prefix: '/drafts' });
const FOLDER = join(__dirname, '..', 'drafts');

router.del('/:draft', async (ctx) => {
  const draft = join(FOLDER, `${encodeURIComponent(ctx.params.draft)}.html`);
  if (existsSync(draft)) unlinkSync(draft);
  ctx.status = 204;
});

module.exports = router;
