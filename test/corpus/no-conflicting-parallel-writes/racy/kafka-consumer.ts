import { Kafka } from 'kafkajs';
import { writeFile } from 'node:fs/promises';
import { render } from './render.js';

const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'pages' });

export async function start(): Promise<void> {
  await consumer.run({
    partitionsConsumedConcurrently: 4,
    eachMessage: async ({ message }) => {
      const html = await render(message.value);
      await writeFile('/srv/pages/index.html', html); // RACE
    },
  });
}
