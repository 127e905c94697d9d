import { PubSub } from '@google-cloud/pubsub';
import { withRetry } from './with-retry';

const topic = new PubSub().topic('invoices');

export async function announce(invoice: { total: number }) {
  await withRetry(() => topic.publishMessage({ json: invoice })); // RACE
}
