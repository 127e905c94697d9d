// safe: request headers of one response
export function withVary(res: Response, name: string): Response {
  const headers = new Headers(res.headers);
  const vary = headers.get('vary');
  headers.set('vary', vary ? `${vary}, ${name}` : name);
  const hops = Number(headers.get('x-hops') ?? 0);
  headers.set('x-hops', String(hops + 1));
  return new Response(res.body, { status: res.status, headers });
}
