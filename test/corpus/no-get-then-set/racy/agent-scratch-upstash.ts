import { Redis } from '@upstash/redis/cloudflare';

export interface Env { UPSTASH_REDIS_REST_URL: string; UPSTASH_REDIS_REST_TOKEN: string }

interface Fact { subject: string; text: string; confidence: number }

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const redis = Redis.fromEnv(env);
    const { agent, facts } = (await request.json()) as { agent: string; facts: Fact[] };

    const known = (await redis.get<Fact[]>(`facts:${agent}`)) ?? [];
    const bySubject = new Map(known.map((f) => [f.subject, f]));
    for (const fact of facts) {
      const old = bySubject.get(fact.subject);
      if (!old || old.confidence < fact.confidence) bySubject.set(fact.subject, fact);
    }
    await redis.set(`facts:${agent}`, [...bySubject.values()]); // RACE
    return Response.json({ size: bySubject.size });
  },
};
