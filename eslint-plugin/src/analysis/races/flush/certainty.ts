/** How sure a lossy flush is. Every weakness that makes one only `possible` is named here. */
import type { Certainty } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import type { Derivation } from '../derivation.js';
import type { Addition, Flush } from './additions.js';

export interface FlushEvidence {
  readonly flush: Flush;
  readonly save: Derivation;
  /** The name of the call that is waited for. */
  readonly waitedFor: string | undefined;
  /** What is saved is among its arguments. */
  readonly isArgument: boolean;
  /** It is given what is saved. */
  readonly isGiven: boolean;
  readonly additions: readonly Addition[];
  readonly context: RaceContext;
}

export function flushCertainty({
  flush,
  save,
  waitedFor = '',
  isArgument,
  isGiven,
  additions,
  context,
}: FlushEvidence): Certainty | undefined {
  const { form, clear } = flush;
  const own = context.concurrencyOf(form);
  // What only the flush itself adds to is filled by another call of it.
  const others = additions.filter((each) => each.form !== form);
  const coming = others.map((each) => context.concurrencyOf(each.form));
  if (own === 'once' && !coming.includes('concurrent')) return 'possible';
  if (isOwnedInstance(clear.place, context)) return 'possible';
  const saves = save.names.some(isHandingOver) || isHandingOver(form.name ?? '');
  if (!save.names.some(isHandingOver) && save.names.some((name) => ENDS.test(name))) return 'possible';
  // Elements that are called one by one, such as callbacks, are not saved.
  if (!saves && !isArgument) return 'possible';
  // A function that looks at it on its way to something else saves nothing.
  if (!isGiven && !isHandingOver(waitedFor) && !isHandingOver(form.name ?? '')) return 'possible';
  if (CLOSES.test(waitedFor) && !isHandingOver(waitedFor)) return 'possible';
  if (/shut_?down|tear_?down/iu.test(form.name ?? '')) return 'possible';
  if (ENDS.test(form.name ?? '') && !/flush|save|drain/iu.test(form.name ?? '')) return 'possible';
  // A list of promises that is waited for is no buffer.
  if (save.names.every((name) => /^(?:all|allSettled|race|any|values|from)$/u.test(name))) return 'possible';
  if (clear.how === 'slot' && !saves) return 'possible';
  return clear.how === 'contents' && saves && coming.includes('concurrent') ? 'certain' : 'likely';
}

/** Words of which one says that something is handed over to where it is kept, or to who works on it. */
const SAVES =
  /^(?:flush|sav(?:e|ing)|persist|writ|append|insert|bulk|upload|sen[dt]|publish|post|put|stor(?:e|ing)|commit|ship|sync|push|emit|deliver|dispatch|export|record|submit|upsert|creat|updat|report|track|ingest|forward|drain|dump|checkpoint|snapshot|produc|notif|request|fetch|transmit|archiv|enqueue|batch|queue|incr|pipeline|exec|query)/u;

export function isHandingOver(name: string): boolean {
  return wordsOf(name).some((word) => SAVES.test(word));
}

/** `bulkWrite` as `bulk` and `write`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u);
}

/** What is over now: nobody is expected to add to it. */
const ENDS =
  /^(?:close|end|quit|disconnect|stop|kill|terminate|destroy|dispose|cancel|abort|unsubscribe|release|delete|remove|unlink|rm|cleanup|teardown|drop|clear|reset|shutdown|logout|exit|unload|deactivate)/iu;

/** What ends by itself, whatever it does on its way. */
const CLOSES =
  /^(?:close|end|quit|disconnect|stop|kill|terminate|destroy|dispose|cancel|abort|unsubscribe|release|cleanup|teardown|reset|shutdown|logout|exit|unload|deactivate)/iu;

function isOwnedInstance(place: Term, context: RaceContext): boolean {
  let root: Term = place;
  while (root.kind === 'member' || root.kind === 'index') root = root.object;
  return (
    root.kind === 'this' &&
    'methods' in root.owner &&
    context.isMadePerCall(root.owner) &&
    !context.isHeldByCallbacks(root.owner)
  );
}
