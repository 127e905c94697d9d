import { Kafka } from 'kafkajs';
import pRetry from 'p-retry';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ idempotent: false });

export const announce = (order: { total: number }): Promise<unknown> =>
  pRetry(() => producer.send({ topic: 'orders', messages: [{ value: JSON.stringify(order) }] }), { retries: 3 }); // RACE
