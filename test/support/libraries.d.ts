/** Libraries that fixtures use and that are not installed here, as far as they use them: from the libraries' own types. */

declare module '@nats-io/kv' {
  export interface KvEntry {
    readonly key: string;
    readonly revision: number;
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as the library declares it
    json<Value>(): Value;
    string(): string;
  }
  export interface KV {
    get(key: string): Promise<KvEntry | null>;
    put(
      key: string,
      data: string | Uint8Array,
      options?: { previousSeq?: number; timeout?: number },
    ): Promise<number>;
  }
}

declare module 'consul' {
  export interface GetItem {
    readonly ModifyIndex: number;
    readonly Value: string | null;
  }
  export interface Kv {
    get(key: string): Promise<GetItem | null>;
    set(key: string, value: string): Promise<boolean>;
    set(options: { key?: string; value: string; cas?: number }): Promise<boolean>;
  }
  export default class Consul {
    readonly kv: Kv;
  }
}
