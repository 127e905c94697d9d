/** A graph as the file puts it together: its channels, its nodes, what each node writes, and who follows whom. */
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';

/** A node by its name in the graph, or by the term of a name that only the run knows. */
export type NodeName = string;

/** How the reducer of a channel treats two updates of one step. */
export type Reducing =
  /** No reducer: a second update of one step throws. */
  | 'none'
  /** Lists are joined. */
  | 'concat'
  /** Numbers are added. */
  | 'sum'
  /** One update stays, the others are dropped. */
  | 'last'
  | 'first'
  /** Keeps something of each, and another thing where they come in another order. */
  | 'ordered'
  /** Keeps all, or is not known. */
  | 'kept';

export interface Channel {
  readonly name: string;
  /** Its definition. */
  readonly at: SourceRange;
  readonly reducing: Reducing;
  /** How it is written down, for those who rewrite it. */
  readonly style: 'annotation' | 'zod' | 'schema' | 'legacy';
  /** Whether it holds a list, an object, or a single thing. */
  readonly holds: Holding;
  readonly reducer?: SourceRange;
}

export type Holding = 'list' | 'object' | 'scalar' | 'unknown';

/**
 * What a node returns for a channel.
 * - `value`: a value of its own;
 * - `state`: the state as the node was given it, `...state`, for all channels that it does not write by name;
 * - `nested`: what the nodes of a graph in its place wrote;
 * - `echo`: what a graph in its place was given and gives back.
 */
export type ChannelWrite = {
  readonly at: SourceRange;
} & (
  | {
      readonly kind: 'value';
      readonly channel: string;
      readonly value: Temp;
      /** The parameter that is the state. */
      readonly state: Temp | undefined;
    }
  | { readonly kind: 'state'; readonly except: readonly string[] }
  | { readonly kind: 'nested' | 'echo'; readonly channel: string }
);

/** Nodes that a router sends to together: one of its choices. */
export interface Choice {
  readonly targets: readonly NodeName[];
  /** Targets that are sent to more than once. */
  readonly repeated: readonly NodeName[];
}

export interface GraphNode {
  readonly name: NodeName;
  /** As the source names it. */
  readonly label: string;
  /** Stands for several nodes that are added alike: in a loop over names. */
  readonly several: boolean;
  readonly deferred: boolean;
  readonly writes: readonly ChannelWrite[];
  /** Where what it does is given to the graph. */
  readonly at: SourceRange;
  /** Added only under a condition. */
  readonly conditional: boolean;
}

export interface GraphEdge {
  readonly from: NodeName;
  readonly to: NodeName;
  readonly conditional: boolean;
}

export interface Graph {
  /** The call that makes it. */
  readonly made: CallInstruction;
  readonly channels: ReadonlyMap<string, Channel>;
  /** The channels that it gives to whom it runs for. */
  readonly given: readonly string[];
  readonly nodes: ReadonlyMap<NodeName, GraphNode>;
  readonly edges: readonly GraphEdge[];
  /** Edges that wait for all of their sources. */
  readonly joins: readonly { readonly from: readonly NodeName[]; readonly to: NodeName }[];
  /** What a node's routers choose from; each router makes one choice. */
  readonly routers: readonly { readonly from: NodeName; readonly choices: readonly Choice[] }[];
}
