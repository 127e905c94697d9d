/** Races between the nodes of a graph. */
import type { RaceBase, SourceRange } from './base.js';

/** A node of a graph that writes a channel, and where it gives the value. */
export interface ChannelWriter {
  readonly node: string;
  readonly at: SourceRange;
}

/**
 * What goes wrong with two updates of one channel.
 * - `unreduced`: the channel takes one update a step: a second one throws;
 * - `dropped`: its reducer keeps one of them;
 * - `ordered`: its reducer gives another result where they come in another order;
 * - `repeated`: a node returns what is in the channel already, and the reducer adds it once more.
 */
export type ChannelFault = 'unreduced' | 'dropped' | 'ordered' | 'repeated';

/** What a channel of a graph holds: as far as its type, its default or its writers show. */
export type ChannelHolding = 'list' | 'object' | 'scalar' | 'unknown';

/** Two updates of a channel of a graph in one step, of which one is refused, dropped or doubled. */
export interface UnreducedChannelRace extends RaceBase {
  readonly kind: 'unreduced-channel';
  readonly fault: ChannelFault;
  readonly channel: string;
  /** Where the channel is defined, if that is in this file. */
  readonly definition?: SourceRange;
  readonly style: 'annotation' | 'zod' | 'schema' | 'legacy';
  readonly holds: ChannelHolding;
  /** The reducer that it has. */
  readonly reducer?: SourceRange;
  /** The one or two nodes that meet; one that runs several times in a step stands alone. */
  readonly writers: readonly [ChannelWriter, ...ChannelWriter[]];
  /** Everything that the nodes of the graph return for the channel. */
  readonly updates: readonly ChannelUpdate[];
}

/** One value that a node returns for a channel, and how it comes from what the channel holds. */
export interface ChannelUpdate {
  readonly at: SourceRange;
  /**
   * - `delta`: it does not come from what the channel holds;
   * - `whole`: it holds all of that, and more;
   * - `changed`: it comes from that in another way;
   * - `passed`: the whole state, or a graph's.
   */
  readonly how: 'delta' | 'whole' | 'changed' | 'passed';
  readonly holds: ChannelHolding;
}
