import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['kafka:9092'] }).producer();

export async function emitShipped(orderNumber: string): Promise<void> {
  let attempts = 0;
  while (attempts < 5) {
    try {
      await producer.send({ topic: 'shipped', messages: [{ value: JSON.stringify({ orderNumber }) }] }); // RACE
      return;
    } catch (error) {
      attempts++;
    }
  }
  throw new Error('Kafka is down');
}
