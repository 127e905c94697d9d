// safe: a queue with concurrency 1 runs one update at a time
import PQueue from 'p-queue';
import { model } from './model.js';

const queue = new PQueue({ concurrency: 1 });
let summary = '';

export function remember(utterance: string): Promise<void> {
  return queue.add(async () => {
    summary = await model.summarise(`${summary}\n${utterance}`);
  });
}

export const recall = () => summary;
