/**
 * The rule's idea of a step against LangGraph's own: for any graph of fixed edges and joins, a channel without a
 * reducer that all nodes write is reported if, and only if, LangGraph refuses the updates of a step.
 */
import { Annotation, START, StateGraph } from '@langchain/langgraph';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave from 'eslint-plugin-interleave';
import fc from 'fast-check';
import { expect, test } from 'vitest';

interface Wiring {
  /** The nodes that write the channel. */
  readonly writers: readonly number[];
  /** For each node, the nodes before it (-1 is the start), each by an edge of its own. */
  readonly edges: readonly (readonly number[])[];
  /** Nodes that wait for all of two or more nodes before them. */
  readonly joins: readonly { readonly from: readonly number[]; readonly to: number }[];
}

const NODES = 5;

const wirings: fc.Arbitrary<Wiring> = fc
  .tuple(
    ...Array.from({ length: NODES }, (_, node) =>
      fc.uniqueArray(fc.integer({ min: -1, max: node - 1 }), { minLength: 1, maxLength: 2 }),
    ),
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 2, max: 4 }),
      ),
      {
        maxLength: 2,
      },
    ),
  )
  .chain((parts) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: NODES - 1 }), { minLength: 2, maxLength: 2 })
      .map((writers) => ({ parts, writers })),
  )
  .map(({ parts, writers }) => {
    const joins = (parts[NODES] ?? []) as (readonly [number, number, number])[];
    return {
      writers,
      edges: parts.slice(0, NODES) as number[][],
      joins: joins
        .filter(([one, other, to]) => one < other && other < to)
        .map(([one, other, to]) => ({ from: [one, other], to })),
    };
  });

const nameOf = (node: number): string => (node === -1 ? START : `n${String(node)}`);

/** The graph as a text that the rule reads. */
function textOf({ edges, joins, writers }: Wiring): string {
  const quoted = (node: number): string => (node === -1 ? 'START' : `'${nameOf(node)}'`);
  return [
    `import { Annotation, START, StateGraph } from '@langchain/langgraph';`,
    `const State = Annotation.Root({ value: Annotation<number> });`,
    `const graph = new StateGraph(State);`,
    ...edges.map(
      (_, node) =>
        `graph.addNode(${quoted(node)}, async () => (${writers.includes(node) ? `{ value: ${String(node)} }` : '{}'}));`,
    ),
    ...edges.flatMap((before, node) =>
      before.map((each) => `graph.addEdge(${quoted(each)}, ${quoted(node)});`),
    ),
    ...joins.map(({ from, to }) => `graph.addEdge([${from.map(quoted).join(', ')}], ${quoted(to)});`),
    `export const app = graph.compile();`,
  ].join('\n');
}

function isReported(wiring: Wiring): boolean {
  const config = [{ files: ['**/*.ts'], languageOptions: { parser } }, interleave.configs.recommended];
  return new Linter().verify(textOf(wiring), config, { filename: 'graph.ts' }).length > 0;
}

/** A graph whose nodes are named as it grows: its own types count their names. */
interface AnyGraph {
  addNode(name: string, run: () => object): unknown;
  addEdge(from: string | readonly string[], to: string): unknown;
  compile(): { invoke(state: object, options: object): Promise<unknown> };
}

/** Runs the same graph, and tells whether LangGraph refuses it. */
async function isRefused({ edges, joins, writers }: Wiring): Promise<boolean> {
  const graph = new StateGraph(Annotation.Root({ value: Annotation<number> }));
  const builder = graph as unknown as AnyGraph;
  edges.forEach((_, node) => {
    builder.addNode(nameOf(node), () => (writers.includes(node) ? { value: node } : {}));
  });
  edges.forEach((before, node) => {
    for (const each of before) builder.addEdge(nameOf(each), nameOf(node));
  });
  for (const { from, to } of joins) builder.addEdge(from.map(nameOf), nameOf(to));
  try {
    await builder.compile().invoke({}, { recursionLimit: 50 });
    return false;
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidUpdateError') return true;
    throw error;
  }
}

test('a graph is reported exactly where LangGraph refuses the updates of a step', async () => {
  const seen = { reported: 0, silent: 0 };
  await fc.assert(
    fc.asyncProperty(wirings, async (wiring) => {
      const reported = isReported(wiring);
      seen[reported ? 'reported' : 'silent']++;
      expect(reported, textOf(wiring)).toBe(await isRefused(wiring));
    }),
    { numRuns: 120 },
  );
  // Both sides were met.
  expect(Math.min(seen.reported, seen.silent)).toBeGreaterThan(5);
}, 60_000);
