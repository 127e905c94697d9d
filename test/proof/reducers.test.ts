/** The reducers that rewrites put in: what nodes return is kept, in whatever order it comes and however it is grouped. */
import { runInNewContext } from 'node:vm';
import { Annotation, START, StateGraph } from '@langchain/langgraph';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONCAT, MERGE, type Reducer } from '../../eslint-plugin/dist/fixes/channel/definition.js';

type Reduce<T> = (old: T, update: T) => T;

/** A reducer as rewrites write it down, made a function. */
function compile<T>({ fn }: Reducer): Reduce<T> {
  const made: unknown = runInNewContext(`(${fn})`);
  if (typeof made !== 'function') throw new TypeError(`${fn} is no function`);
  return (old, update) => structuredClone((made as Reduce<T>)(old, update));
}

const concat = compile<string[]>(CONCAT);
const merge = compile<Record<string, number>>(MERGE);
const list = fc.array(fc.string(), { maxLength: 4 });
const sorted = (values: readonly string[]): string[] => [...values].sort();

/** An object of one node: its keys are its own. */
const objectOf = (node: string): fc.Arbitrary<Record<string, number>> =>
  fc
    .dictionary(fc.stringMatching(/^[a-z]{1,4}$/u), fc.integer(), { maxKeys: 4 })
    .map((own) => Object.fromEntries(Object.entries(own).map(([key, value]) => [`${node}:${key}`, value])));

describe('the reducer that joins lists', () => {
  test('is associative', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(concat(concat(a, b), c)).toEqual(concat(a, concat(b, c)));
      }),
    );
  });

  test('keeps the same items in whatever order updates come', () => {
    fc.assert(
      fc.property(list, list, list, (old, a, b) => {
        expect(sorted(concat(concat(old, a), b))).toEqual(sorted(concat(concat(old, b), a)));
        expect(concat(concat(old, a), b)).toHaveLength(old.length + a.length + b.length);
      }),
    );
  });
});

describe('the reducer that merges objects', () => {
  test('is associative', () => {
    fc.assert(
      fc.property(objectOf('a'), objectOf('b'), objectOf('a'), (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });

  test('is commutative for nodes with keys of their own', () => {
    fc.assert(
      fc.property(objectOf('old'), objectOf('a'), objectOf('b'), (old, a, b) => {
        expect(merge(merge(old, a), b)).toEqual(merge(merge(old, b), a));
      }),
    );
  });

  test('is not for nodes that write one key: the last one wins', () => {
    expect(merge({ x: 1 }, { x: 2 })).not.toEqual(merge({ x: 2 }, { x: 1 }));
  });
});

test('LangGraph keeps what every node of a step returns', async () => {
  const run = async (lists: readonly string[][]): Promise<string[]> => {
    const State = Annotation.Root({ items: Annotation<string[]>({ reducer: concat, default: () => [] }) });
    // The types of LangGraph count the names of nodes as they come: a loop cannot.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what they count
    const graph = lists.reduce<StateGraph<any, any, any, string>>(
      (built, items, index) => built.addNode(`n${String(index)}`, () => ({ items })),
      new StateGraph(State),
    );
    lists.forEach((_, index) => graph.addEdge(START, `n${String(index)}`));
    const { items } = (await graph.compile().invoke({})) as { items: string[] };
    return items;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 5 }), async (lists) => {
      expect(sorted(await run(lists))).toEqual(sorted(lists.flat()));
    }),
    { numRuns: 50 },
  );
});
