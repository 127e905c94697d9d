// safe: tests run one after the other
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';

describe('cart', () => {
  let server: TestServer | undefined;
  let requests = 0;

  beforeEach(async () => {
    if (!server) server = await startServer();
  });

  afterEach(async () => {
    requests = requests + (await server!.requestCount());
  });

  it('adds an item', async () => {
    const response = await server!.post('/cart', { sku: 'lamp' });
    expect(response.status).toBe(201);
  });

  it('counts requests', () => {
    expect(requests).toBeGreaterThan(0);
  });
});
