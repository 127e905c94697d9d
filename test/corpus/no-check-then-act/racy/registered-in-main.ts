import { createClient } from 'redis';
import { connect } from 'amqplib';

async function main() {
  const redis = createClient();
  await redis.connect();
  const channel = await (await connect('amqp://broker')).createChannel();
  await channel.consume('invoices', async (message) => {
    if (!message) return;
    const { invoice } = JSON.parse(message.content.toString());
    if (await redis.get(`printed:${invoice}`)) return channel.ack(message);
    await redis.set(`printed:${invoice}`, '1'); // RACE
    await print(invoice);
    channel.ack(message);
  });
}

async function print(invoice: string): Promise<void> {
  await fetch(`http://printer.local/jobs/${invoice}`, { method: 'POST' });
}

void main();
