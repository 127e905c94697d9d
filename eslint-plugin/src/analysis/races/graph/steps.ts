/**
 * Which nodes can run in the same step, found by playing the graph: from the start, every choice of every router.
 * LangGraph runs a node when a node before it has run; an edge with several sources waits for all of them; a deferred
 * node waits until nothing else is left. Source: `pregel/algo.js` and `graph/state.js` of 1.7.3.
 */
import { GRAPH_NAMES } from '../../../stores/langgraph.js';
import type { Choice, Graph, NodeName } from './model.js';

/** The nodes of one step, those that run more than once in it, and what else it rests on. */
interface Step {
  readonly active: readonly NodeName[];
  readonly repeated: readonly NodeName[];
  /** Deferred nodes that wait. */
  readonly waiting: readonly NodeName[];
  /** For each join, the sources that have run. */
  readonly arrived: readonly (readonly NodeName[])[];
}

/** A graph with more steps than this is not played to the end. */
const MAX_STEPS = 3000;
/** More combinations of choices in one step are not played. */
const MAX_COMBINATIONS = 64;

export interface Pair {
  readonly one: NodeName;
  readonly other: NodeName;
}

/** The pairs of nodes that can run in the same step; a node is paired with itself where it runs several times in one. */
export function parallelPairs(graph: Graph): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const note = (one: NodeName, other: NodeName): void => {
    const [first, second] = one <= other ? [one, other] : [other, one];
    pairs.set(JSON.stringify([first, second]), { one: first, other: second });
  };
  for (const step of play(graph)) {
    step.active.forEach((one, index) => {
      for (const other of step.active.slice(index + 1)) note(one, other);
      if (step.repeated.includes(one) || graph.nodes.get(one)?.several === true) note(one, one);
    });
  }
  return [...pairs.values()];
}

function play(graph: Graph): readonly Step[] {
  const start: Step = {
    active: [GRAPH_NAMES.startName],
    repeated: [],
    waiting: [],
    arrived: graph.joins.map(() => []),
  };
  const seen = new Map<string, Step>([[keyOf(start), start]]);
  const queue = [start];
  for (const step of queue) {
    for (const next of nextSteps(step, graph)) {
      if (seen.size >= MAX_STEPS) return [...seen.values()];
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.set(key, next);
      queue.push(next);
    }
  }
  return [...seen.values()];
}

function keyOf(step: Step): string {
  return JSON.stringify([step.active, step.repeated, step.waiting, step.arrived]);
}

function nextSteps(step: Step, graph: Graph): Step[] {
  const fixed = graph.edges.filter(({ from }) => step.active.includes(from)).map(({ to }) => to);
  const arrived = graph.joins.map(({ from }, index) => {
    const before = step.arrived[index] ?? [];
    return [...new Set([...before, ...from.filter((name) => step.active.includes(name))])].sort();
  });
  graph.joins.forEach(({ from, to }, index) => {
    if (!from.every((name) => arrived[index]?.includes(name))) return;
    fixed.push(to);
    arrived[index] = [];
  });
  return combinations(step, graph).map((choices) => {
    const targets = [...fixed, ...choices.flatMap((choice) => choice.targets)];
    const repeated = choices.flatMap((choice) => choice.repeated);
    return settle(targets, repeated, step.waiting, arrived, graph);
  });
}

/** Deferred nodes run when no other node is left to run. */
function settle(
  targets: readonly NodeName[],
  repeated: readonly NodeName[],
  waiting: readonly NodeName[],
  arrived: Step['arrived'],
  graph: Graph,
): Step {
  const known = [...new Set(targets)].filter((name) => graph.nodes.has(name));
  const isDeferred = (name: NodeName): boolean => graph.nodes.get(name)?.deferred === true;
  const ready = known.filter((name) => !isDeferred(name)).sort();
  const deferred = [...new Set([...waiting, ...known.filter(isDeferred)])].sort();
  const again = [...new Set(repeated)].sort();
  if (ready.length > 0) return { active: ready, repeated: again, waiting: deferred, arrived };
  return { active: deferred, repeated: again, waiting: [], arrived };
}

/** One choice for each router of the nodes that run. */
function combinations(step: Step, graph: Graph): readonly (readonly Choice[])[] {
  const routers = graph.routers.filter(
    ({ from, choices }) => step.active.includes(from) && choices.length > 0,
  );
  let found: (readonly Choice[])[] = [[]];
  for (const { choices } of routers) {
    const longer = found.flatMap((chosen) => choices.map((choice) => [...chosen, choice]));
    found = longer.slice(0, MAX_COMBINATIONS);
  }
  return found;
}
