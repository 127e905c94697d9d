// safe: event.locals belongs to one request
import type { Handle } from '@sveltejs/kit';
import { sessionOf } from '$lib/server/session';

export const handle: Handle = async ({ event, resolve }) => {
  if (!event.locals.user) {
    event.locals.user = await sessionOf(event.cookies.get('sid'));
  }
  event.locals.hops = (event.locals.hops ?? 0) + 1;
  const response = await resolve(event);
  response.headers.set('x-hops', String(event.locals.hops));
  return response;
};
