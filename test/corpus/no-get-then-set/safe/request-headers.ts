// safe: Headers and Response objects of one request
export function withTracing(request: Request): Request {
  const headers = new Headers(request.headers);
  const hops = Number(headers.get('x-hops') ?? '0');
  headers.set('x-hops', String(hops + 1));
  return new Request(request, { headers });
}

export async function forward(request: Request, upstream: string): Promise<Response> {
  const response = await fetch(upstream, withTracing(request));
  const copy = new Response(response.body, response);
  const via = copy.headers.get('via');
  copy.headers.set('via', via ? `${via}, edge` : 'edge');
  return copy;
}
