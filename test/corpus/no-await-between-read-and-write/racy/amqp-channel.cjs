const amqp = require('amqplib');

let instance = null;

async function getChannel() {
  if (instance) return instance;
  const connection = await amqp.connect(process.env.AMQP_URL);
  instance = await connection.createChannel(); // RACE
  return instance;
}

async function send(queue, body) {
  const channel = await getChannel();
  channel.sendToQueue(queue, Buffer.from(JSON.stringify(body)));
}

module.exports = { getChannel, send };
