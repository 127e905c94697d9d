/**
 * A lock in memcached from before the read until after the write, for clients without compare-and-set: memjs. Right for
 * whatever lies between the two, as long as it takes less than the lock's lifetime.
 */
import { expressAt, prefixed } from './code/express.js';
import { addHelpers } from './code/declarations.js';
import { enclosingFunction, findCall, memberName, some, type Node, type SourceCode } from './code/nodes.js';
import { freshName, globalName } from './code/scopes.js';
import { textOf } from './code/text.js';
import { partsOf, takesLock } from './lock/nesting.js';
import { sectionOf, type Section } from './lock/section.js';
import { wrapInTry } from './lock/wrap.js';
import { memcachedLockHelper } from './memcached/lock-helper.js';
import type { RewriteOf } from './rewrite.js';

export const rewriteToMemcachedLock: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  // Through a helper, or with callbacks, the calls do not say what to wait for.
  if (race.write.resource.store !== 'memjs' || race.read.via || race.write.via) return undefined;
  const write = findCall(sourceCode, race.write.range);
  const [key] = write?.arguments ?? [];
  if (write?.callee.type !== 'MemberExpression' || !key || key.type === 'SpreadElement') return undefined;
  const section = sectionOf(sourceCode, race);
  if (!section || takesLock(sourceCode, section)) return undefined;
  const { object } = write.callee;
  const client = expressAt(sourceCode, object, section.place, undefined);
  const text = expressAt(sourceCode, key, section.place, undefined);
  if (client === undefined || text === undefined || writesAnother(sourceCode, section, object, key))
    return undefined;
  const helper = addHelpers(sourceCode, [memcachedLockHelper(globalName(sourceCode, 'setTimeout'))]);
  const [acquire = ''] = helper.names;
  const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
  const name = prefixed(sourceCode, 'lock:', key, text);
  return {
    title: 'Hold a lock in memcached from the read to the write',
    edits: [
      ...wrapInTry(
        sourceCode,
        section,
        `const ${release} = await ${acquire}(${client}, ${name})`,
        `await ${release}()`,
      ),
      ...helper.edits,
    ],
  };
};

/** True where the section writes other keys, too: a lock named after one of them would not guard them. */
function writesAnother(sourceCode: SourceCode, section: Section, client: Node, key: Node): boolean {
  return partsOf(section).some((part) =>
    some(sourceCode, part, (node) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
      const [other] = node.arguments;
      return (
        /^(?:set|add|replace|append|prepend|delete)$/u.test(memberName(node.callee) ?? '') &&
        textOf(sourceCode, node.callee.object) === textOf(sourceCode, client) &&
        other !== undefined &&
        textOf(sourceCode, other) !== textOf(sourceCode, key)
      );
    }),
  );
}
