// safe: an event's id goes along
import { randomUUID } from 'node:crypto';
import { PubSub } from '@google-cloud/pubsub';
import { withRetry } from './with-retry';

const topic = new PubSub().topic('invoices');

export async function announce(invoice: { total: number }) {
  const event = { eventId: randomUUID(), ...invoice };
  await withRetry(() => topic.publishMessage({ json: event }));
}
