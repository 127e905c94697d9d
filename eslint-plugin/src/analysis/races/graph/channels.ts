/** The channels of a state's schema, and what their reducers make of two updates of one step. */
import { GRAPH_NAMES } from '../../../stores/langgraph.js';
import type { CallInstruction, Temp, ValueInstruction } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import { propertyOf, type Origins } from '../../resources/origins.js';
import type { Term } from '../../resources/terms.js';
import { isGraphName } from './builders.js';
import { holdingOfDefault, holdingOfType, holdingOfZod, ZOD } from './holdings.js';
import type { Channel, Holding, Reducing } from './model.js';
import { reducingOf } from './reducers.js';

type ObjectForm = Extract<ValueInstruction, { op: 'object' }>;
type Style = Channel['style'];

/** Methods of a schema that give one with the same channels. */
const SAME = new Set([
  'strict',
  'passthrough',
  'loose',
  'describe',
  'meta',
  'brand',
  'readonly',
  'partial',
  'required',
  'strip',
]);
const ZOD_OBJECTS = new Set(['object', 'strictObject', 'looseObject']);

/** The channels of the schema that `new StateGraph(…)` is given, by name; channels that are not understood are left out. */
export function channelsOf(made: CallInstruction, origins: Origins): ReadonlyMap<string, Channel> {
  const reader = new SchemaReader(origins);
  const [schema] = made.arguments;
  if (schema) reader.readSchema(schema.value);
  return reader.channels;
}

/** The channels that a graph gives back: those of its output schema, where it has one. */
export function outputsOf(
  made: CallInstruction,
  channels: ReadonlyMap<string, Channel>,
  origins: Origins,
): readonly string[] {
  const schemas = made.arguments.slice(0, 2).flatMap(({ value }) => origins.propertiesOf(value, 'output'));
  if (schemas.length === 0) return [...channels.keys()];
  const reader = new SchemaReader(origins);
  for (const schema of schemas) reader.readSchema(schema);
  return [...reader.channels.keys()];
}

class SchemaReader {
  readonly channels = new Map<string, Channel>();
  private depth = 0;

  constructor(private readonly origins: Origins) {}

  readSchema(temp: Temp): void {
    if (this.depth > 20) return;
    this.depth++;
    const made = this.origins.of(temp);
    // Of two schemas, nobody can tell which one it is.
    const [only] = made;
    if (only && made.length === 1) this.readMade(only);
    this.depth--;
  }

  private readMade(made: ValueInstruction): void {
    if (made.op === 'object') this.readInit(made);
    if (made.op === 'get' && 'name' in made.property && /^(?:spec|shape|fields)$/u.test(made.property.name))
      this.readSchema(made.object);
    if (made.op === 'call') this.readCall(made);
  }

  private readCall(call: CallInstruction): void {
    const [first] = call.arguments;
    if (!first) return;
    const callee = this.calleeOf(call);
    const name = this.origins.methodName(call);
    if (name === 'Root' && isMemberOfGraph(callee, 'Annotation')) {
      this.readObject(first.value, 'annotation');
      return;
    }
    if (call.construct && isGraphName(callee, 'StateSchema')) {
      this.readObject(first.value, 'schema');
      return;
    }
    if (isZodName(callee, ZOD_OBJECTS)) {
      this.readObject(first.value, 'zod');
      return;
    }
    if (call.callee.kind !== 'member' || name === undefined) return;
    const { object } = call.callee;
    if (name === 'extend' || name === 'safeExtend') {
      this.readSchema(object);
      this.readObject(first.value, 'zod');
    } else if (name === 'merge') {
      this.readSchema(object);
      this.readSchema(first.value);
    } else if (SAME.has(name)) this.readSchema(object);
  }

  /** `{ channels }`, `{ state }`, `{ stateSchema }`, or the channels themselves. */
  private readInit(init: ObjectForm): void {
    const [channels] = propertyOf(init, 'channels');
    if (channels !== undefined) {
      this.readObject(channels, 'legacy');
      return;
    }
    const [schema] = [
      ...propertyOf(init, 'state'),
      ...propertyOf(init, 'stateSchema'),
      ...propertyOf(init, 'input'),
    ];
    if (schema !== undefined && !this.isChannel(schema)) {
      this.readSchema(schema);
      return;
    }
    this.readEntries(init, 'annotation');
  }

  private readObject(temp: Temp, style: Style): void {
    const made = this.origins.of(temp);
    const [only] = made;
    if (made.length !== 1 || !only) return;
    if (only.op === 'object') this.readEntries(only, style);
    else this.readMade(only);
  }

  private readEntries(object: ObjectForm, style: Style): void {
    for (const entry of object.entries) {
      if (entry.kind === 'spread') this.readSchema(entry.value);
      else if ('name' in entry.property) {
        const channel = this.readChannel(entry.property.name, entry.value, style);
        if (channel) this.channels.set(channel.name, channel);
        else this.channels.delete(entry.property.name);
      }
    }
  }

  private isChannel(temp: Temp): boolean {
    return this.readChannel('', temp, 'annotation') !== undefined;
  }

  private readChannel(name: string, temp: Temp, style: Style): Channel | undefined {
    const at = this.origins.definitionOf(temp)?.at;
    const made = this.origins.of(temp);
    const [only] = made;
    if (!at || !only || made.length !== 1) return undefined;
    const found = style === 'legacy' ? this.readLegacy(only) : this.readValue(only, style);
    return found && { name, at, style, ...found };
  }

  private readLegacy(made: ValueInstruction): ChannelForm | undefined {
    if (made.op === 'literal' && (made.value === null || made.value === undefined)) return NO_REDUCER;
    return made.op === 'object' ? this.readOptions(made, undefined) : this.readValue(made, 'annotation');
  }

  private readValue(made: ValueInstruction, style: Style): ChannelForm | undefined {
    if (isGraphName(this.origins.termOf(made.to), 'Annotation')) return NO_REDUCER;
    if (made.op !== 'call') return undefined;
    const callee = this.calleeOf(made);
    const [first, second] = made.arguments;
    if (isGraphName(callee, 'Annotation')) {
      const holds = holdingOfType(made.types?.[0]);
      if (!first) return { ...NO_REDUCER, holds };
      const options = this.origins.of(first.value);
      const [only] = options;
      return only?.op === 'object' && options.length === 1 ? this.readOptions(only, holds) : undefined;
    }
    if (made.construct && isGraphName(callee, 'LastValue')) return NO_REDUCER;
    if (made.construct && isGraphName(callee, 'ReducedValue') && first && second)
      return this.readMeta(second.value, holdingOfZod(this.origins, first.value));
    if (isMemberOfGraph(callee, undefined) && calleeName(callee) === 'withLangGraph' && first && second)
      return this.readMeta(second.value, holdingOfZod(this.origins, first.value));
    if (style === 'annotation') return undefined;
    return this.readZod(made);
  }

  /** A schema of zod: a channel with no reducer, unless one of its links says otherwise. */
  private readZod(call: CallInstruction): ChannelForm | undefined {
    let link: ValueInstruction | undefined = call;
    for (let steps = 0; link?.op === 'call' && steps < 30; steps++) {
      const { callee } = link;
      if (callee.kind !== 'member') break;
      const name = this.origins.methodName(link);
      const [first, second] = link.arguments;
      if (name === 'register' && second)
        return this.readMeta(second.value, holdingOfZod(this.origins, link.to));
      const object = this.origins.definitionOf(callee.object);
      const isPlugin =
        object?.op === 'get' && 'name' in object.property && object.property.name === 'langgraph';
      if (isPlugin) {
        const holds = holdingOfZod(this.origins, object.object);
        return name === 'reducer' && first ? this.withReducer(first.value, holds) : { ...NO_REDUCER, holds };
      }
      const [next] = this.origins.of(callee.object);
      link = next;
    }
    return this.isZod(call) ? { ...NO_REDUCER, holds: holdingOfZod(this.origins, call.to) } : undefined;
  }

  private isZod(call: CallInstruction): boolean {
    for (let at: Term = this.origins.termOf(call.to), steps = 0; steps < 60; steps++) {
      if (at.kind === 'import') return ZOD.test(at.source);
      if (at.kind === 'call') at = at.callee;
      else if (at.kind === 'member') at = at.object;
      else return false;
    }
    return false;
  }

  /** `{ reducer, default }` of an annotation, `{ value, default }` of old channels. */
  private readOptions(options: ObjectForm, declared: Holding | undefined): ChannelForm | undefined {
    const [reducer] = [...propertyOf(options, 'reducer'), ...propertyOf(options, 'value')];
    const [initial] = propertyOf(options, 'default');
    const holds = declared && declared !== 'unknown' ? declared : holdingOfDefault(this.origins, initial);
    if (reducer === undefined)
      return options.entries.some(({ kind }) => kind === 'spread') ? undefined : { ...NO_REDUCER, holds };
    return this.withReducer(reducer, holds);
  }

  /** `{ reducer: { fn } }` of zod's metadata, `{ reducer }` of a reduced value. */
  private readMeta(temp: Temp, holds: Holding): ChannelForm | undefined {
    const made = this.origins.of(temp);
    const [only] = made;
    if (only?.op !== 'object' || made.length !== 1) return undefined;
    const [reducer] = propertyOf(only, 'reducer');
    if (reducer === undefined) return { ...NO_REDUCER, holds };
    const [fn] = this.origins.propertiesOf(reducer, 'fn');
    return this.withReducer(fn ?? reducer, holds);
  }

  private withReducer(temp: Temp, holds: Holding): ChannelForm {
    const forms = this.origins.functionsOf(temp);
    const [form] = forms;
    const reducing: Reducing = form && forms.length === 1 ? reducingOf(form, this.origins) : 'kept';
    const reducer = this.origins.definitionOf(temp)?.at;
    return { reducing, holds, ...(reducer && { reducer }) };
  }

  private calleeOf({ callee }: CallInstruction): Term | undefined {
    if (callee.kind === 'value') return this.origins.termOf(callee.value);
    if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
    return this.origins.definitions.memberOf(this.origins.termOf(callee.object), callee.property.name);
  }
}

interface ChannelForm {
  readonly reducing: Reducing;
  readonly holds: Holding;
  readonly reducer?: Channel['at'];
}

const NO_REDUCER: ChannelForm = { reducing: 'none', holds: 'unknown' };

function isZodName(term: Term | undefined, names: ReadonlySet<string>): boolean {
  const origin = term && importOf(term);
  if (!origin || !ZOD.test(origin.source)) return false;
  return names.has(origin.name.split('.').at(-1) ?? '');
}

function calleeName(term: Term | undefined): string | undefined {
  return term?.kind === 'import' || term?.kind === 'member' ? term.name : undefined;
}

/** A name of the library's, or a member of one. */
function isMemberOfGraph(term: Term | undefined, name: string | undefined): boolean {
  const origin = term && importOf(term);
  if (!origin?.source.startsWith('@langchain/langgraph')) return false;
  return name === undefined || origin.name.startsWith(`${name}.`);
}

/** The schemas whose only channel is merged by the library. */
export function isMessageSchema(term: Term): boolean {
  return GRAPH_NAMES.messageSchemas.some((name) => isGraphName(term, name));
}
