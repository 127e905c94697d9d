const kv = await Deno.openKv();

Deno.serve(async (request: Request) => {
  const { pathname } = new URL(request.url);
  const entry = await kv.get<number>(['visits', pathname]);
  const next = (entry.value ?? 0) + 1;
  await kv.set(['visits', pathname], next); // RACE
  return new Response(String(next));
});
