interface Env {
  VISITS: KVNamespace;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const visits = parseInt((await env.VISITS.get(pathname)) ?? '0', 10);
    await env.VISITS.put(pathname, String(visits + 1)); // RACE
    return new Response(`seen ${visits + 1} times`);
  },
};
