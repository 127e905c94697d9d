import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';

const sqs = new SQSClient({});
const retryPolicy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });

export class Outbox {
  async enqueue(body: object) {
    await retryPolicy.execute(() =>
      sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify(body) })), // RACE
    );
  }
}
