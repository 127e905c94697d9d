interface Env { VECTORIZE: VectorizeIndex; AI: any }
export default {
  async fetch(request: Request, env: Env) {
    const { texts } = await request.json() as { texts: string[] };
    const { data } = await env.AI.run('@cf/baai/bge-base-en-v1.5', { text: texts });
    await env.VECTORIZE.upsert(data.map((values: number[], i: number) => ({ id: `${i}`, values }))); // RACE
    return new Response('ok');
  },
};
