import { EventEmitter } from "node:events";
import { Redis } from "ioredis";
const redis = new Redis();
export async function research(topic: string, agents: { name: string; work(t: string): Promise<string> }[]) {
  const tasks: Promise<unknown>[] = [];
  for (const agent of agents) {
    const task = agent.work(topic).then((text) => redis.hset(`research:${topic}`, "report", text)); // RACE
    tasks.push(task);
  }
  await Promise.all(tasks);
}
