/** Reads the graphs of a file: from the calls that put them together to nodes, edges and routers. */
import { GRAPH_NAMES } from '../../../stores/langgraph.js';
import type { CallInstruction, Program, Temp, ValueInstruction } from '../../lower/program.js';
import type { Origins } from '../../resources/origins.js';
import type { Term } from '../../resources/terms.js';
import { Builders, isGraphName, type Builder, type BuilderCall } from './builders.js';
import { channelsOf, outputsOf } from './channels.js';
import type { ChannelWrite, Choice, Graph, GraphEdge, GraphNode, NodeName } from './model.js';
import { Routes } from './routes.js';
import { updatesOf, type Updates } from './updates.js';

interface NamedValue {
  readonly name: Temp | string;
  readonly value: Temp;
}

/** Graphs in graphs in graphs are followed so far. */
const MAX_NESTED = 4;

export class Graphs {
  private readonly builders: Builders;
  private readonly all: readonly Builder[];
  private readonly read = new Map<CallInstruction, Graph | 'reading'>();

  constructor(
    program: Program,
    private readonly origins: Origins,
  ) {
    this.builders = new Builders(program, origins);
    this.all = this.builders.find();
  }

  find(): readonly Graph[] {
    return this.all.flatMap(({ made }) => this.of(made, 0) ?? []);
  }

  private of(made: CallInstruction, depth: number): Graph | undefined {
    const known = this.read.get(made);
    if (known) return known === 'reading' ? undefined : known;
    const builder = this.all.find((each) => each.made === made);
    if (!builder || depth > MAX_NESTED) return undefined;
    this.read.set(made, 'reading');
    const graph = new GraphReader(builder, this.origins, (action) => this.nestedWrites(action, depth)).read();
    this.read.set(made, graph);
    return graph;
  }

  /** What a graph that is a node of another one writes: all channels that its own nodes write. */
  private nestedWrites(action: Temp, depth: number): readonly ChannelWrite[] {
    const at = this.origins.definitionOf(action)?.at;
    return this.builders.madeBy(action).flatMap((made) => {
      const nested = this.of(made, depth + 1);
      if (!nested || !at) return [];
      const written = new Set(
        [...nested.nodes.values()].flatMap(({ writes }) =>
          writes.flatMap((write) => ('channel' in write ? [write.channel] : [])),
        ),
      );
      // All channels that are set come back, those that it was given and never wrote, too.
      return nested.given.map((channel): ChannelWrite => {
        return { channel, at, kind: written.has(channel) ? 'nested' : 'echo' };
      });
    });
  }
}

class GraphReader {
  private readonly nodes = new Map<NodeName, GraphNode>();
  private readonly edges: GraphEdge[] = [];
  private readonly joins: { from: NodeName[]; to: NodeName }[] = [];
  private readonly routers: { from: NodeName; choices: readonly Choice[] }[] = [];

  constructor(
    private readonly builder: Builder,
    private readonly origins: Origins,
    private readonly nestedWrites: (action: Temp) => readonly ChannelWrite[],
  ) {}

  read(): Graph {
    const { made } = this.builder;
    for (const each of this.builder.calls) if (each.method === 'addNode') this.addNodes(each);
    for (const each of this.builder.calls) if (each.method === 'addSequence') this.addSequence(each);
    for (const each of this.builder.calls) this.addEdges(each);
    const { nodes, edges, joins, routers } = this;
    const channels = channelsOf(made, this.origins);
    return { made, channels, given: outputsOf(made, channels, this.origins), nodes, edges, joins, routers };
  }

  private addNodes(each: BuilderCall): void {
    const [first, action, options] = each.call.arguments;
    if (!first) return;
    if (action) {
      this.addNode(first.value, action.value, options?.value, each);
      return;
    }
    for (const { name, value } of this.entriesOf(first.value)) this.addNode(name, value, undefined, each);
  }

  /** `[[name, action], …]` or `{ name: action }`. */
  private entriesOf(temp: Temp): readonly NamedValue[] {
    return this.origins.of(temp).flatMap((made): readonly NamedValue[] => {
      if (made.op === 'object')
        return made.entries.flatMap((entry) =>
          entry.kind === 'property' && 'name' in entry.property
            ? [{ name: entry.property.name, value: entry.value }]
            : [],
        );
      if (made.op !== 'array') return [];
      return made.elements.flatMap(({ value }) => {
        const [pair] = this.origins.of(value);
        const [name, action] = pair?.op === 'array' ? pair.elements : [];
        return name && action ? [{ name: name.value, value: action.value }] : [];
      });
    });
  }

  private addNode(name: Temp | string, action: Temp, options: Temp | undefined, each: BuilderCall): void {
    for (const known of this.namesOf(name, each)) this.addNamed(known, name, action, options, each);
  }

  private addNamed(
    known: NodeName,
    name: Temp | string,
    action: Temp,
    options: Temp | undefined,
    each: BuilderCall,
  ): void {
    const forms = this.origins.functionsOf(action);
    const { writes, gotos } = updatesOf(forms, this.origins);
    this.nodes.set(known, {
      name: known,
      label: this.labelOf(name, known),
      at: this.origins.definitionOf(action)?.at ?? each.call.at,
      several: each.repeated && known.startsWith('?'),
      deferred: options !== undefined && this.isTrue(options, 'defer'),
      writes: [...writes, ...this.nestedWrites(action)],
      conditional: each.conditional,
    });
    this.addGotos(known, gotos, options);
  }

  /** Commands lead where their `goto` says; where that is not known, to one of the `ends` of the node. */
  private addGotos(from: NodeName, gotos: Updates['gotos'], options: Temp | undefined): void {
    if (gotos.length === 0) return;
    const routes = new Routes(this.origins, (temp) => this.nameOf(temp));
    const choices = gotos.flatMap(({ to, form }) => routes.ofValue(to, form));
    const ends = options === undefined ? [] : this.listOf(this.origins.propertiesOf(options, 'ends'));
    const fallback = ends.map((end): Choice => ({ targets: [end], repeated: [] }));
    this.routers.push({ from, choices: withStop(choices.length > 0 ? choices : fallback) });
  }

  private addSequence(each: BuilderCall): void {
    const [list] = each.call.arguments;
    let before: NodeName | undefined;
    for (const { name, value } of list ? this.entriesOf(list.value) : []) {
      this.addNode(name, value, undefined, each);
      const known = typeof name === 'string' ? name : this.nameOf(name);
      if (known === undefined) return;
      if (before !== undefined) this.edges.push({ from: before, to: known, conditional: each.conditional });
      before = known;
    }
  }

  private addEdges(each: BuilderCall): void {
    const { method, call, conditional } = each;
    const [first, second] = call.arguments;
    if (!first) return;
    if (method === 'setEntryPoint') {
      for (const to of this.namesOf(first.value, each))
        this.edges.push({ from: GRAPH_NAMES.startName, to, conditional });
    }
    if (method === 'addConditionalEdges') this.addRouter(call);
    if (method !== 'addEdge' || !second) return;
    const targets = this.namesOf(second.value, each);
    const [made] = this.origins.of(first.value);
    for (const to of targets) {
      if (made?.op === 'array') this.joins.push({ from: this.sourcesOf(made, call), to });
      else for (const from of this.namesOf(first.value, each)) this.edges.push({ from, to, conditional });
    }
  }

  /** The sources that a join waits for; one that is not known is waited for like the others. */
  private sourcesOf(list: Extract<ValueInstruction, { op: 'array' }>, call: CallInstruction): NodeName[] {
    return list.elements.map(({ value }, index) => this.nameOf(value) ?? `?unknown ${call.to} ${index}`);
  }

  /** `addConditionalEdges(from, path, targets)`, or the same in one object. */
  private addRouter(call: CallInstruction): void {
    const [first, path, targets] = call.arguments;
    if (!first) return;
    if (path) {
      this.addPath(this.nameOf(first.value), path.value, targets?.value);
      return;
    }
    const one = (name: string): Temp | undefined => this.origins.propertiesOf(first.value, name)[0];
    const source = one('source');
    const condition = one('path');
    if (source !== undefined && condition !== undefined)
      this.addPath(this.nameOf(source), condition, one('pathMap'));
  }

  private addPath(from: NodeName | undefined, path: Temp, targets: Temp | undefined): void {
    if (from === undefined) return;
    const map = targets === undefined ? undefined : this.pathMapOf(targets);
    const naming = (temp: Temp): NodeName | undefined => {
      const name = this.nameOf(temp);
      return name !== undefined && map?.names.has(name) === true ? map.names.get(name) : name;
    };
    const routes = new Routes(this.origins, naming);
    const choices = this.origins
      .functionsOf(path)
      .flatMap((form) => routes.ofFunction(form))
      .filter(({ targets: chosen }) => chosen.some((name) => this.nodes.has(name)));
    const all = map?.all ?? [];
    // A list of which only the run knows the elements may hold all that the router may lead to.
    const isList = this.origins.functionsOf(path).some((form) => routes.givesList(form));
    const fallback = isList
      ? [{ targets: all, repeated: [] }]
      : all.map((name): Choice => ({ targets: [name], repeated: [] }));
    this.routers.push({ from, choices: withStop(choices.length > 0 ? choices : fallback) });
  }

  /** `['a', 'b']`, or `{ result: 'a' }`. */
  private pathMapOf(temp: Temp): { readonly names: Map<string, NodeName>; readonly all: NodeName[] } {
    const names = new Map<string, NodeName>();
    for (const made of this.origins.of(temp)) {
      if (made.op !== 'object') continue;
      for (const entry of made.entries) {
        const name = entry.kind === 'property' && 'name' in entry.property ? entry.property.name : undefined;
        const node = this.nameOf(entry.value);
        if (name !== undefined && node !== undefined) names.set(name, node);
      }
    }
    return { names, all: names.size > 0 ? [...new Set(names.values())] : this.listOf([temp]) };
  }

  private listOf(temps: readonly Temp[]): NodeName[] {
    return temps.flatMap((temp) =>
      this.origins
        .of(temp)
        .flatMap((made) =>
          made.op === 'array' ? made.elements.flatMap(({ value }) => this.nameOf(value) ?? []) : [],
        ),
    );
  }

  /** The node that a value names: by a constant, or by what it is where only the run knows it. */
  private nameOf(temp: Temp): NodeName | undefined {
    const made = this.origins.of(temp);
    const [only] = made;
    if (!only || made.length !== 1) return undefined;
    const term = this.origins.termOf(only.to);
    if (term.kind === 'constant') return typeof term.value === 'string' ? term.value : undefined;
    if (isGraphName(term, GRAPH_NAMES.start)) return GRAPH_NAMES.startName;
    if (isGraphName(term, GRAPH_NAMES.end)) return GRAPH_NAMES.endName;
    return namesSomething(only, term) ? `?${String(term.id)}` : undefined;
  }

  /** In a loop over names that are written out, each of them. */
  private namesOf(name: Temp | string, { repeated }: BuilderCall): readonly NodeName[] {
    if (typeof name === 'string') return [name];
    const single = this.nameOf(name);
    if (single !== undefined || !repeated) return single === undefined ? [] : [single];
    return this.origins.of(name).flatMap(({ to }) => {
      const term = this.origins.termOf(to);
      return term.kind === 'constant' && typeof term.value === 'string' ? [term.value] : [];
    });
  }

  private labelOf(name: Temp | string, known: NodeName): string {
    if (typeof name === 'string' || !known.startsWith('?')) return known;
    const made = this.origins.definitionOf(name);
    return made ? this.origins.definitions.program.textOf(made.at) : known;
  }

  private isTrue(options: Temp, name: string): boolean {
    return this.origins.propertiesOf(options, name).some((temp) => {
      const term = this.origins.termOf(temp);
      return term.kind === 'constant' && term.value === true;
    });
  }
}

/** Values whose terms are equal only where they are one name: members, elements of a list, texts made of them. */
function namesSomething(made: ValueInstruction, term: Term): boolean {
  if (term.kind === 'member' || term.kind === 'concat' || term.kind === 'parameter') return true;
  return made.op === 'compute' && (made.operator === 'element' || made.operator === 'key');
}

/** A router may also lead to the end: then nothing else is chosen. */
function withStop(choices: readonly Choice[]): readonly Choice[] {
  return choices.length === 0 ? [] : [...choices, { targets: [], repeated: [] }];
}
