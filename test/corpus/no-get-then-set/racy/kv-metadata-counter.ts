export async function bump(kv: KVNamespace, name: string): Promise<void> {
  const { value, metadata } = await kv.getWithMetadata<{ hits: number }>(name);
  await kv.put(name, value ?? '', { metadata: { hits: (metadata?.hits ?? 0) + 1 } });
  const total = await kv.get('total');
  await kv.put('total', `${Number(total ?? 0) + 1}`); // RACE
}
