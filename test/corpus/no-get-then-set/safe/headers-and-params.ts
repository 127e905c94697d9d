// Headers, parameters, forms and cookies belong to one request
import { cookies } from 'next/headers';

export async function middleware(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const page = Number(url.searchParams.get('page') ?? 1);
  const response = await fetch(url);
  url.searchParams.set('page', String(page + 1));
  const headers = new Headers(response.headers);
  const hops = Number(headers.get('x-hops') ?? 0);
  await response.clone().text();
  headers.set('x-hops', String(hops + 1));
  const form = new FormData();
  form.set('next', `${String(form.get('next') ?? '')}${url.href}`);
  const jar = await cookies();
  const visits = Number(jar.get('visits')?.value ?? 0);
  await log(url.href);
  jar.set('visits', String(visits + 1));
  return new Response(response.body, { headers });
}

async function log(text: string): Promise<void> {
  await fetch('https://log.example.com', { method: 'POST', body: text });
}
