const amqp = require('amqplib');

class Publisher {
  async send(exchange, event) {
    let attempt = 0;
    while (true) {
      try {
        await this.channel.publish(exchange, event.type, Buffer.from(JSON.stringify(event.data))); // RACE
        await this.channel.waitForConfirms();
        return;
      } catch (err) {
        if (attempt++ >= 3) throw err;
        await this.connect();
      }
    }
  }

  async connect() {
    this.connection = await amqp.connect(process.env.AMQP);
    this.channel = await this.connection.createConfirmChannel();
  }
}

module.exports = Publisher;
