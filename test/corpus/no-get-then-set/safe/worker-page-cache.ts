// Filled on a miss
interface Env {
  PAGES: KVNamespace;
  ORIGIN: string;
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const key = new URL(request.url).pathname;
    const cached = await env.PAGES.get(key);
    if (cached !== null) return new Response(cached);
    const response = await fetch(env.ORIGIN + key);
    const html = await response.text();
    ctx.waitUntil(env.PAGES.put(key, html, { expirationTtl: 300 }));
    return new Response(html);
  },
};
