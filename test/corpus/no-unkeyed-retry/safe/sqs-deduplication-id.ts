// safe: a FIFO queue knows the message by its id
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';

const sqs = new SQSClient({});
const policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });

export async function enqueue(id: string, body: object) {
  await policy.execute(() =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: process.env.QUEUE,
        MessageGroupId: 'all',
        MessageDeduplicationId: id,
        MessageBody: JSON.stringify(body),
      }),
    ),
  );
}
