import { PubSub } from '@google-cloud/pubsub';
import { setTimeout as sleep } from 'node:timers/promises';

const topic = new PubSub().topic('jobs');

export async function schedule(job: { kind: string; target: string }) {
  const data = Buffer.from(JSON.stringify(job));
  let delay = 100;
  do {
    try {
      return await topic.publishMessage({ data }); // RACE
    } catch {
      await sleep(delay);
      delay *= 2;
    }
  } while (delay < 5000);
  throw new Error('could not publish');
}
