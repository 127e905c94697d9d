/**
 * `blockConcurrencyWhile` around read and write: a Durable Object lets no other event in until the callback ends.
 * Source: https://developers.cloudflare.com/durable-objects/api/state/#blockconcurrencywhile
 */
import { memberName, withoutTypes, type Node, type SourceCode } from './code/nodes.js';
import { findCall } from './code/nodes.js';
import { textOf } from './code/text.js';
import { runInCallback } from './lock/callback.js';
import { takesLock } from './lock/nesting.js';
import { sectionOf } from './lock/section.js';
import { canReenter } from './stale-write/reentry.js';
import type { RewriteOf } from './rewrite.js';

export const rewriteToBlockedConcurrency: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  if (race.write.resource.store !== 'durable-object' || race.write.via) return undefined;
  const call = findCall(sourceCode, race.write.range);
  const state = call && stateOf(sourceCode, call.callee);
  const section = sectionOf(sourceCode, race);
  if (state === undefined || !section || takesLock(sourceCode, section) || canReenter(sourceCode, section))
    return undefined;
  const edits = runInCallback(sourceCode, section, `${state}.blockConcurrencyWhile(`);
  return (
    edits && { title: 'Let no other event in from the read to the write, by `blockConcurrencyWhile`', edits }
  );
};

/** `this.ctx` of `this.ctx.storage.put`. */
function stateOf(sourceCode: SourceCode, callee: Node): string | undefined {
  const plain = withoutTypes(callee);
  const storage = plain.type === 'MemberExpression' ? withoutTypes(plain.object) : undefined;
  if (storage?.type !== 'MemberExpression' || memberName(storage) !== 'storage') return undefined;
  const isOwn = withoutTypes(storage.object).type === 'MemberExpression';
  return isOwn ? textOf(sourceCode, storage.object) : undefined;
}
