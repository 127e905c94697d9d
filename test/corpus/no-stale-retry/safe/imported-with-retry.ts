// SAFE: the function that is handed on reads first.
import { withRetry } from './lib/with-retry.js';
import type { CosmosContainer } from './lib/cosmos.js';

export async function tag(container: CosmosContainer, id: string, label: string) {
  await withRetry(async () => {
    const { resource, etag } = await container.item(id, id).read();
    const next = { ...resource, labels: [...resource.labels, label] };
    await container.item(id, id).replace(next, { accessCondition: { type: 'IfMatch', condition: etag } });
  });
}
