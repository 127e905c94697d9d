// safe: RedisJSON changes the document in place
import { createClient } from 'redis';

export async function makeCharts(url: string) {
  const client = await createClient({ url }).connect();

  return {
    async addVisit(patientId: string): Promise<void> {
      await client.json.numIncrBy(`chart:${patientId}`, '$.visits', 1);
    },
    async addAllergy(patientId: string, allergy: string): Promise<void> {
      const known = await client.json.get(`chart:${patientId}`, { path: '$.allergies' });
      console.debug('known allergies', known);
      await client.json.arrAppend(`chart:${patientId}`, '$.allergies', allergy);
    },
    close: () => client.close(),
  };
}
