export default {
  async fetch(request, env, ctx) {
    const slug = new URL(request.url).pathname.slice(1);
    const link = await env.LINKS_KV.get(slug, 'json');
    if (!link) return new Response('Not found', { status: 404 });
    link.clicks = (link.clicks || 0) + 1;
    ctx.waitUntil(env.LINKS_KV.put(slug, JSON.stringify(link))); // RACE
    return Response.redirect(link.target, 302);
  },
};
