// safe: the singleton is made by top-level code, once
import amqp from 'amqplib';

let channel;

const connection = await amqp.connect(process.env.AMQP_URL);
if (!channel) {
  channel = await connection.createChannel();
  await channel.assertQueue('mail');
}

export function send(body) {
  channel.sendToQueue('mail', Buffer.from(JSON.stringify(body)));
}
