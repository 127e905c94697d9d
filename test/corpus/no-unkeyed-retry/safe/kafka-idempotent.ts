// safe: an idempotent producer
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['kafka:9092'] });
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });

export async function emitShipped(orderNumber: string): Promise<void> {
  let attempts = 0;
  while (attempts < 5) {
    try {
      await producer.send({ topic: 'shipped', messages: [{ value: orderNumber }] });
      return;
    } catch (error) {
      attempts++;
    }
  }
}
