/** What concurrent callers gave back: their results in the order in which they were started, and their errors. */
export interface Calls<Result> {
  readonly returned: readonly Result[];
  readonly failures: readonly string[];
}

/** Starts all callers in one tick, spread evenly over the instances, and waits for the last one. */
export async function startTogether<Instance, Result>(
  instances: readonly Instance[],
  callers: number,
  call: (instance: Instance, caller: number) => Promise<Result>,
): Promise<Calls<Result>> {
  const running = Array.from({ length: callers }, (_, caller) => {
    const instance = instances[caller % instances.length];
    if (instance === undefined) throw new RangeError('There must be an instance to call');
    return call(instance, caller);
  });
  const settled = await Promise.allSettled(running);
  return {
    returned: settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    failures: settled.flatMap((result, caller) =>
      result.status === 'rejected' ? [`caller ${String(caller)} failed: ${String(result.reason)}`] : [],
    ),
  };
}

/** The fault as a list, empty where the promise was kept. */
export function unless(kept: boolean, fault: string): readonly string[] {
  return kept ? [] : [fault];
}

/** True where the values are the whole numbers `from` to `to`, each once, in any order. */
export function isEachOnce(values: readonly unknown[], from: number, to: number): boolean {
  const seen = new Set(values);
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return values.length === wanted.length && wanted.every((value) => seen.has(value));
}

/** The elements of a JSON list kept as a string; none where there is no list. */
export function parseList(json: string | null): readonly unknown[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list) ? list : [];
}

/** The entries of a JSON object kept as a string; none where there is no object. */
export function parseRecord(json: string | null | undefined): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json ?? '{}');
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
