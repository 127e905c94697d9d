import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

interface AgentProfile extends Record<string, unknown> {
  name: string;
  runs: number;
  tokens: number;
  lastModel: string;
}

export async function recordRun(agentId: string, tokens: number, model: string) {
  const profile = await redis.hgetall<AgentProfile>(`agent:${agentId}`);
  if (!profile) throw new Error(`unknown agent ${agentId}`);

  await redis.hset(`agent:${agentId}`, { // RACE
    ...profile,
    runs: profile.runs + 1,
    tokens: profile.tokens + tokens,
    lastModel: model,
  });
}
