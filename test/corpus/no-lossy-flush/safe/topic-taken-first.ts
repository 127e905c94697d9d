// Safe: the topic's list leaves the map before it is sent.
import type { Producer } from 'kafkajs';

const waiting = new Map<string, string[]>();

export function enqueue(topic: string, message: string): void {
  const list = waiting.get(topic);
  if (list) list.push(message);
  else waiting.set(topic, [message]);
}

export async function deliver(producer: Producer, topic: string): Promise<void> {
  const messages = waiting.get(topic) ?? [];
  waiting.delete(topic);
  if (messages.length === 0) return;
  await producer.send({ topic, messages: messages.map((value) => ({ value })) });
}
