/** Stores in memory that tell by a number whether a key is still what was read. */
import { setImmediate } from 'node:timers/promises';
import type { GetItem, Kv } from 'consul';
import type { KV, KvEntry } from '@nats-io/kv';

/**
 * A bucket of NATS KV: each put gets the next sequence of the stream, and one that expects another last sequence of its
 * key throws JetStream's error 10071. Source: `put` in @nats-io/kv 3.4's lib/kv.js.
 */
export class NatsBucketDouble implements KV {
  private readonly entries = new Map<string, { readonly value: string; readonly revision: number }>();
  private last = 0;

  async get(key: string): Promise<KvEntry | null> {
    await setImmediate();
    const entry = this.entries.get(key);
    if (!entry) return null;
    const { value, revision } = entry;
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as the library declares it
    return { key, revision, string: () => value, json: <Value>() => JSON.parse(value) as Value };
  }

  async put(key: string, data: string | Uint8Array, options: { previousSeq?: number } = {}): Promise<number> {
    await setImmediate();
    const revision = this.entries.get(key)?.revision ?? 0;
    if (options.previousSeq !== undefined && options.previousSeq !== revision) {
      throw Object.assign(new Error(`wrong last sequence: ${String(revision)}`), { code: 10071 });
    }
    this.entries.set(key, { value: data.toString(), revision: ++this.last });
    return this.last;
  }
}

/**
 * Keys of consul: each write gives a key the next index; with `cas` it is made only at that one, 0 standing for a key that
 * is not there. Source: https://developer.hashicorp.com/consul/api-docs/kv
 */
export class ConsulKvDouble implements Kv {
  private readonly items = new Map<string, GetItem>();
  private index = 0;

  async get(key: string): Promise<GetItem | null> {
    await setImmediate();
    return this.items.get(key) ?? null;
  }

  async set(
    first: string | { key?: string; value: string; cas?: number },
    second?: string,
  ): Promise<boolean> {
    await setImmediate();
    const { key = '', value, cas } = typeof first === 'string' ? { key: first, value: second ?? '' } : first;
    if (cas !== undefined && cas !== (this.items.get(key)?.ModifyIndex ?? 0)) return false;
    this.items.set(key, { ModifyIndex: ++this.index, Value: value });
    return true;
  }
}
