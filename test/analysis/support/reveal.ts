/**
 * Probes. `reveal(value)` in a text asks what the flow knows of the value at that place; the comment behind it
 * says what is expected:
 *
 *     const hits = await redis.get('hits');
 *     await pause();
 *     reveal(hits); // from get hits, 2 suspensions ago
 *
 * Guards follow as `; under process lock mutex`, reads that decide whether the place is reached as
 * `; if get flag`. A value that comes from no read is `from nothing`.
 */
import type { Guard } from '../../../eslint-plugin/dist/analysis/flow/guards.js';
import type { FlowAccess, Source } from '../../../eslint-plugin/dist/analysis/flow/value.js';
import { walkModule } from '../../../eslint-plugin/dist/analysis/index.js';
import { moduleOf } from './prelude.js';
import { parse } from './source.js';
import { describeTerm } from './terms.js';

/** The probe is a store of its own, whose only method takes a value. */
const PROBE = {
  id: 'probe',
  packages: ['probe'],
  instances: { '*': 'client' },
  methods: { reveal: { operation: 'write', key: { constant: 'probe' }, value: 0 } },
};
const IMPORT = "const { reveal } = require('probe'); ";

const MARK = /^(?<code>.*\breveal\(.*\);)(?: \/\/ .*)?$/u;

/** The text with the truth in the comment of each probe: equal to the text itself where all is as expected. */
export function revealed(text: string): string {
  const probes = probesIn(IMPORT + moduleOf(text));
  return text
    .split('\n')
    .map((line, index) => {
      const code = MARK.exec(line)?.groups?.['code'];
      return code === undefined ? line : `${code} // ${describeProbes(probes.get(index + 1) ?? [])}`;
    })
    .join('\n');
}

/** The visits of each probe, by line. */
function probesIn(text: string): Map<number, FlowAccess[]> {
  const sourceCode = parse(text);
  // ESLint's own types and typescript-eslint's describe the same object in different words.
  const walked = walkModule(sourceCode as never, { settings: { stores: [PROBE] } });
  const probes = new Map<number, FlowAccess[]>();
  for (const access of walked?.flow.summaries.finished().flatMap((summary) => summary.accesses) ?? []) {
    // Where a helper is called, its probes speak of the caller; the text shows them in the helper.
    if (access.receiver.model.id !== PROBE.id || access.via) continue;
    const { line } = sourceCode.getLocFromIndex(access.instruction.at.start);
    probes.set(line, [...(probes.get(line) ?? []), access]);
  }
  return probes;
}

function describeProbes(visits: readonly FlowAccess[]): string {
  const [first] = visits;
  if (!first) return 'never reached';
  const held = first.guards.filter((guard) => visits.every((visit) => visit.guards.includes(guard)));
  const decided = new Set(visits.flatMap((visit) => [...visit.control].map(nameOf)));
  const parts = [`from ${describeOrigins(visits)}`];
  if (held.length > 0) parts.push(`under ${held.map(describeGuard).join(' and ')}`);
  if (decided.size > 0) parts.push(`if ${[...decided].join(' and ')}`);
  return parts.join('; ');
}

/** Every read the value comes from, at any visit, and how long ago it was at most. */
function describeOrigins(visits: readonly FlowAccess[]): string {
  const passed = new Map<string, number | undefined>();
  for (const { written, suspensions } of visits) {
    for (const source of written?.sources ?? []) {
      const name = nameOf(source);
      const count = (suspensions?.count ?? 0) - readAt(source);
      passed.set(name, source.kind === 'read' ? Math.max(count, passed.get(name) ?? 0) : undefined);
    }
  }
  const origins = [...passed].map(([name, count]) => {
    if (count === undefined) return name;
    return count === 0
      ? `${name}, just now`
      : `${name}, ${String(count)} suspension${count === 1 ? '' : 's'} ago`;
  });
  return origins.length > 0 ? origins.join(' and ') : 'nothing';
}

function readAt(source: Source): number {
  return source.kind === 'read' ? (source.access.suspensions?.count ?? 0) : 0;
}

function nameOf(source: Source): string {
  if (source.kind === 'parameter') {
    return `parameter ${source.form.parameterForms[source.index]?.name ?? String(source.index + 1)}`;
  }
  const { access, part } = source;
  const field = access.field ? `.${describeTerm(access.field)}` : part === undefined ? '' : `.${part}`;
  return `${access.method} ${describeTerm(access.key)}${field}`;
}

function describeGuard(guard: Guard): string {
  const own = guard.madeIn ? 'own ' : '';
  const unchecked = guard.outcome.checked ? '' : 'unchecked ';
  return `${unchecked}${own}${guard.scope} ${guard.kind} ${describeTerm(guard.on)}`;
}
