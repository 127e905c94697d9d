/** What some fixtures find in their platform, as far as they use it; its own types are not installed here. */
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the platform's own
  namespace chrome.storage {
    const sync: {
      get(keys: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  }

  interface DurableObjectState {
    readonly storage: {
      get<Value>(key: string): Promise<Value | undefined>;
      put(key: string, value: unknown): Promise<void>;
    };
    blockConcurrencyWhile<Result>(callback: () => Promise<Result>): Promise<Result>;
  }

  interface KVNamespace {
    get(key: string): Promise<string | null>;
    put(key: string, value: string): Promise<void>;
  }

  // eslint-disable-next-line @typescript-eslint/no-namespace -- the platform's own
  namespace Deno {
    type KvKey = readonly (string | number)[];
    interface KvEntryMaybe<Value> {
      readonly key: KvKey;
      readonly value: Value | null;
      readonly versionstamp: string | null;
    }
    interface AtomicOperation {
      check(...checks: { key: KvKey; versionstamp: string | null }[]): this;
      set(key: KvKey, value: unknown): this;
      commit(): Promise<{ readonly ok: boolean }>;
    }
    interface Kv {
      get<Value>(key: KvKey): Promise<KvEntryMaybe<Value>>;
      set(key: KvKey, value: unknown): Promise<unknown>;
      atomic(): AtomicOperation;
    }
  }
}

export {};
