// Reads only; what it writes is given from outside
interface Env {
  CONFIG: KVNamespace;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method === 'PUT') {
      await env.CONFIG.put('banner', await request.text());
      return new Response(null, { status: 204 });
    }
    const banner = await env.CONFIG.get('banner');
    const views = Number(request.headers.get('x-views') ?? 0);
    return new Response(banner ?? '', { headers: { 'x-views': String(views + 1) } });
  },
};
