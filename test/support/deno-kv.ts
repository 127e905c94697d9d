/**
 * Deno KV in memory: every write gives an entry a new versionstamp, and a commit changes all of its keys or, where a
 * check fails, none. Source: https://docs.deno.com/deploy/kv/manual/transactions/
 */
import { setImmediate } from 'node:timers/promises';

type Key = readonly unknown[];

interface Entry {
  readonly key: Key;
  readonly value: unknown;
  readonly versionstamp: string | null;
}

export class DenoKvDouble {
  private readonly entries = new Map<string, Entry>();
  private version = 0;

  async get(key: Key): Promise<Entry> {
    await setImmediate();
    return structuredClone(this.find(key));
  }

  async set(key: Key, value: unknown): Promise<{ ok: true; versionstamp: string }> {
    await setImmediate();
    return { ok: true, versionstamp: this.write(key, value) };
  }

  atomic(): AtomicDouble {
    return new AtomicDouble(
      ({ key, versionstamp }) => this.find(key).versionstamp === versionstamp,
      (key, value) => this.write(key, value),
    );
  }

  private find(key: Key): Entry {
    return this.entries.get(JSON.stringify(key)) ?? { key, value: null, versionstamp: null };
  }

  private write(key: Key, value: unknown): string {
    const versionstamp = String(++this.version).padStart(20, '0');
    this.entries.set(JSON.stringify(key), { key, value: structuredClone(value), versionstamp });
    return versionstamp;
  }
}

class AtomicDouble {
  private readonly checks: Pick<Entry, 'key' | 'versionstamp'>[] = [];
  private readonly writes: { key: Key; value: unknown }[] = [];

  constructor(
    private readonly holds: (entry: Pick<Entry, 'key' | 'versionstamp'>) => boolean,
    private readonly write: (key: Key, value: unknown) => string,
  ) {}

  check(...entries: Pick<Entry, 'key' | 'versionstamp'>[]): this {
    this.checks.push(...entries);
    return this;
  }

  set(key: Key, value: unknown): this {
    this.writes.push({ key, value });
    return this;
  }

  async commit(): Promise<{ ok: boolean; versionstamp?: string }> {
    await setImmediate();
    if (!this.checks.every(this.holds)) return { ok: false };
    const versions = this.writes.map(({ key, value }) => this.write(key, value));
    return { ok: true, versionstamp: versions.at(-1) ?? '' };
  }
}
