/** Channels of a graph whose updates of one step are refused, dropped or doubled. */
import { isGraphPackage } from '../../../stores/langgraph.js';
import type {
  Certainty,
  ChannelFault,
  ChannelUpdate,
  ChannelWriter,
  SourceRange,
  UnreducedChannelRace,
  Witness,
} from '../../race.js';
import { Origins } from '../../resources/origins.js';
import type { RaceContext } from '../context.js';
import { holdingOfMade } from './holdings.js';
import { Graphs } from './graphs.js';
import { howUpdates } from './deltas.js';
import type { Channel, ChannelWrite, Graph, GraphNode, Holding } from './model.js';
import { parallelPairs, type Pair } from './steps.js';

/** The races of all graphs that the file puts together: one for each channel, and one for each doubling update. */
export function findUnreducedChannels(context: RaceContext): readonly UnreducedChannelRace[] {
  if (!importsGraphs(context)) return [];
  const { origins } = context.index;
  const graphs = new Graphs(context.program, origins).find();
  return graphs
    .filter(({ made }) => !context.program.isLinked(made.at))
    .flatMap((graph) => {
      const judge = new Judge(graph, origins);
      return [...judge.findParallel(), ...judge.findRepeated()];
    });
}

function importsGraphs({ program, flow }: RaceContext): boolean {
  return program.definitions.some((made) => {
    if (made?.op === 'load')
      return made.variable.imported !== undefined && isGraphPackage(made.variable.imported.source);
    if (made?.op !== 'call') return false;
    const term = flow.definitions.termOf(made.to);
    return term.kind === 'import' && isGraphPackage(term.source);
  });
}

/** A node that writes a channel, and how it does. */
interface Writer {
  readonly node: GraphNode;
  readonly write: ChannelWrite;
}

class Judge {
  constructor(
    private readonly graph: Graph,
    private readonly origins: Origins,
  ) {}

  findParallel(): readonly UnreducedChannelRace[] {
    const always = parallelPairs({
      ...this.graph,
      edges: this.graph.edges.filter(({ conditional }) => !conditional),
    });
    const sometimes = parallelPairs(this.graph);
    return [...this.graph.channels.values()].flatMap((channel) => {
      const fault = this.faultOf(channel);
      if (!fault) return [];
      const sure = this.meet(channel, always);
      const met = sure ?? this.meet(channel, sometimes);
      if (!met) return [];
      return this.race(
        channel,
        fault,
        met,
        this.hereOf(channel.at, this.graph.made.at),
        this.certaintyOf(channel, met, sure !== undefined),
      );
    });
  }

  /** Nodes that return what a joining or adding reducer has already. */
  findRepeated(): readonly UnreducedChannelRace[] {
    return [...this.graph.channels.values()]
      .filter(({ reducing }) => reducing === 'concat' || reducing === 'sum')
      .flatMap((channel) =>
        this.writersOf(channel)
          .filter(({ write }) => this.isRepeated(write, channel))
          .map((writer) => this.race(channel, 'repeated', [writer], writer.write.at, 'certain')),
      );
  }

  private isRepeated(write: ChannelWrite, { name }: Channel): boolean {
    if (write.kind === 'state') return true;
    return write.kind === 'value' && howUpdates(write.value, name, write.state, this.origins) === 'whole';
  }

  private faultOf(channel: Channel): ChannelFault | undefined {
    switch (channel.reducing) {
      case 'none':
        return 'unreduced';
      case 'ordered':
        return 'ordered';
      case 'last':
      case 'first': {
        // The newest of several numbers or texts may be all that is wanted.
        const holds = this.holdingOf(channel);
        return holds === 'list' || holds === 'object' ? 'dropped' : undefined;
      }
      default:
        return undefined;
    }
  }

  /** The first two writers that can run in one step. */
  private meet(channel: Channel, pairs: readonly Pair[]): readonly [Writer, ...Writer[]] | undefined {
    const writers = this.writersOf(channel);
    for (const { one, other } of pairs) {
      const first = writers.find(({ node }) => node.name === one);
      const second = writers.find(({ node }) => node.name === other);
      if (
        !first ||
        !second ||
        (first.write.kind === 'echo' && second.write.kind === 'echo' && !this.isGiven(channel))
      )
        continue;
      return one === other ? [first] : [first, second];
    }
    return undefined;
  }

  /** Two nodes that only hand back what they were given meet where something was given. */
  private isGiven(channel: Channel): boolean {
    return this.writersOf(channel).some(({ write }) => write.kind === 'value' || write.kind === 'nested');
  }

  private certaintyOf(
    channel: Channel,
    [first, second]: readonly [Writer, ...Writer[]],
    isSure: boolean,
  ): Certainty {
    if (!isSure || first.node.conditional || second?.node.conditional === true) return 'possible';
    const echoes = [first, second].some((writer) => writer?.write.kind === 'echo');
    // How many nodes a loop adds, and what a graph is given, only the run knows.
    if (first.node.several || (echoes && !this.isGiven(channel))) return 'likely';
    return channel.reducing === 'ordered' ? 'likely' : 'certain';
  }

  private writersOf({ name }: Channel): readonly Writer[] {
    return [...this.graph.nodes.values()].flatMap((node) =>
      node.writes
        .filter((write) => (write.kind === 'state' ? !write.except.includes(name) : write.channel === name))
        .map((write) => ({ node, write })),
    );
  }

  private race(
    channel: Channel,
    fault: ChannelFault,
    writers: readonly [Writer, ...Writer[]],
    place: UnreducedChannelRace['place'],
    certainty: Certainty,
  ): UnreducedChannelRace {
    const [first, ...others] = writers.map((writer): ChannelWriter => {
      return { node: writer.node.label, at: this.hereOf(writer.write.at, writer.node.at) };
    });
    const { reducer } = channel;
    return {
      kind: 'unreduced-channel',
      fault,
      certainty,
      place: this.hereOf(place, writers[0].node.at),
      channel: channel.name,
      ...(this.isHere(channel.at) && { definition: channel.at }),
      style: channel.style,
      holds: this.holdingOf(channel),
      ...(reducer && { reducer: this.hereOf(reducer, channel.at) }),
      writers: first ? [first, ...others] : [{ node: writers[0].node.label, at: this.graph.made.at }],
      updates: this.writersOf(channel).map((writer) => this.updateOf(writer.write, channel)),
      witness: witnessOf(channel.name, fault, [first ?? { node: '', at: this.graph.made.at }, ...others]),
    };
  }

  private isHere(range: SourceRange): boolean {
    return !this.origins.definitions.program.isLinked(range);
  }

  /** A place in the file that is analysed: the other one, or where the graph is made, for what is elsewhere. */
  private hereOf(range: SourceRange, other: SourceRange): SourceRange {
    if (this.isHere(range)) return range;
    return this.isHere(other) ? other : this.graph.made.at;
  }

  private updateOf(write: ChannelWrite, channel: Channel): ChannelUpdate {
    if (write.kind !== 'value') return { at: write.at, how: 'passed', holds: 'unknown' };
    const found = howUpdates(write.value, channel.name, write.state, this.origins);
    // What is written in another file cannot be rewritten here.
    const how = found === 'whole' && !this.isHere(write.at) ? 'changed' : found;
    return { at: this.hereOf(write.at, this.graph.made.at), how, holds: this.holdingOfValue(write.value) };
  }

  private holdingOf(channel: Channel): Holding {
    if (channel.holds !== 'unknown') return channel.holds;
    const kinds = new Set(
      this.writersOf(channel).flatMap(({ write }) =>
        write.kind === 'value' ? [this.holdingOfValue(write.value)] : [],
      ),
    );
    kinds.delete('unknown');
    const [kind] = kinds;
    return kind && kinds.size === 1 ? kind : 'unknown';
  }

  private holdingOfValue(value: number): Holding {
    const kinds = new Set(this.origins.of(value).map(holdingOfMade));
    const [kind] = kinds;
    return kind && kinds.size === 1 ? kind : 'unknown';
  }
}

function witnessOf(
  channel: string,
  fault: ChannelFault,
  [first, second = first]: readonly [ChannelWriter, ...ChannelWriter[]],
): Witness {
  const gives = ({ node }: ChannelWriter): string => `\`${node}\` returns \`${channel}\``;
  if (fault === 'repeated') {
    const { at } = first;
    return [
      {
        execution: 'A',
        action: 'write',
        range: at,
        text: `${gives(first)} with what it holds`,
        value: 'v + its own',
      },
      {
        execution: 'B',
        action: 'write',
        range: at,
        text: 'the reducer adds that to what it holds',
        value: 'v + v + its own',
        loses: true,
      },
    ];
  }
  const values: Readonly<Record<Exclude<ChannelFault, 'repeated'>, string>> = {
    unreduced: 'refused: the step fails',
    dropped: 'one of the two is dropped',
    ordered: 'another result in another order',
  };
  return [
    { execution: 'A', action: 'write', range: first.at, text: gives(first), value: "A's" },
    {
      execution: 'B',
      action: 'write',
      range: second.at,
      text: `${gives(second)} in the same step`,
      value: values[fault],
      loses: true,
    },
  ];
}
