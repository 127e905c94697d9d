// safe: request and reply are made for this call by the framework
import Fastify from 'fastify';
import { tenantOf } from './tenants.js';

const app = Fastify();

app.decorateRequest('tenant', null);

app.addHook('onRequest', async (request, reply) => {
  if (request.tenant) return;
  const tenant = await tenantOf(request.hostname);
  request.tenant = tenant;
  reply.tenantName = tenant.name;
});

app.get('/who', async (request) => ({ tenant: request.tenant.name }));

export default app;
