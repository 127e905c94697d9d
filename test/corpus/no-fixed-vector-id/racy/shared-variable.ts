import { Index } from '@upstash/vector';

const vectors = new Index({ url: process.env.VECTOR_URL, token: process.env.VECTOR_TOKEN });

let currentTask = 'idle';

export function startTask(name: string) {
  currentTask = `${name}`;
}

export function resetTask() {
  currentTask = 'idle';
}

export async function saveResult(result: string) {
  await vectors.upsert({ id: `${process.env.AGENT_GROUP}-result`, data: result, metadata: { task: currentTask } }); // RACE
}
