// safe: the request belongs to one call
const fastify = require('fastify')();
fastify.addHook('preHandler', async (request) => {
  if (!request.account) request.account = await lookup(request.headers.cookie);
});
