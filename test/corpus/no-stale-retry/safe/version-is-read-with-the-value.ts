// safe: both the version and the value are set again after a conflict
export async function append(kv: KVNamespace, store: ObjectStore, key: string, line: string) {
  let { text, etag } = await store.read(key);
  for (let attempt = 0; attempt < 5; attempt++) {
    const result = await store.put(key, text + line, { ifMatch: etag });
    if (result.ok) return;
    ({ text, etag } = await store.read(key));
  }
  throw new Error('conflict');
}
