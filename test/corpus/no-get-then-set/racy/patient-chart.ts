import { createClient } from 'redis';

type Chart = { allergies: string[]; visits: number };

export async function makeCharts(url: string) {
  const client = await createClient({ url }).on('error', (e) => console.error(e)).connect();

  return {
    async addAllergy(patientId: string, allergy: string) {
      const chart = (await client.json.get(`chart:${patientId}`)) as Chart | null;
      if (!chart) throw new Error('unknown patient');
      if (chart.allergies.includes(allergy)) return;
      chart.allergies.push(allergy);
      await client.json.set(`chart:${patientId}`, '$', chart); // RACE
    },
    close: () => client.close(),
  };
}
