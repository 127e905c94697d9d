import { Injectable } from '@nestjs/common';
import { Kafka, type Producer } from 'kafkajs';

@Injectable()
export class EventPublisher {
  private readonly kafka = new Kafka({ brokers: ['localhost:9092'] });
  private producer: Producer | null = null;

  private async ready(): Promise<Producer> {
    if (this.producer !== null) {
      return this.producer;
    }
    const producer = this.kafka.producer();
    await producer.connect();
    this.producer = producer; // RACE
    return producer;
  }

  async publish(topic: string, value: string): Promise<void> {
    const producer = await this.ready();
    await producer.send({ topic, messages: [{ value }] });
  }
}
