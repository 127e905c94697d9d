import { Redis } from '@upstash/redis';

const redis = new Redis({ url: process.env.URL!, token: process.env.TOKEN! });

export const agent = {
  async lease(resource: string, agentId: string) {
    try {
      const current = await redis.get<{ agentId: string }>(`lease:${resource}`);
      if (current && current.agentId !== agentId) {
        return { acquired: false, holder: current.agentId };
      }
      await redis.set(`lease:${resource}`, { agentId, at: Date.now() }, { ex: 60 }); // RACE
      return { acquired: true };
    } catch (error) {
      console.error('lease failed', error);
      throw error;
    }
  },
};
