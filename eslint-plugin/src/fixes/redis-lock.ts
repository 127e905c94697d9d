/** A lock in Redis from before the read until after the write: right for whatever lies between them. */
import { addHelpers, addImport } from './code/declarations.js';
import { enclosingFunction } from './code/nodes.js';
import { freshName, globalName } from './code/scopes.js';
import { lockName } from './lock/name.js';
import { takesLock } from './lock/nesting.js';
import { sectionOf } from './lock/section.js';
import { wrapInTry } from './lock/wrap.js';
import { lockHelper } from './redis/lock-helper.js';
import type { RewriteOf } from './rewrite.js';

export const rewriteToRedisLock: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  const section = sectionOf(sourceCode, race);
  const lock = section && lockName(sourceCode, race, section);
  if (!lock || takesLock(sourceCode, section)) return undefined;
  // The Web Crypto object is there wherever Upstash's client runs; Node's module is not.
  const uuid =
    lock.dialect === 'upstash'
      ? { name: `${globalName(sourceCode, 'crypto')}.randomUUID`, edits: [] }
      : addImport(sourceCode, 'node:crypto', 'randomUUID');
  const helpers = addHelpers(sourceCode, [
    lockHelper(lock.dialect, uuid.name, globalName(sourceCode, 'setTimeout')),
  ]);
  const [acquire = ''] = helpers.names;
  const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
  return {
    title: 'Hold a lock in Redis from the read to the write',
    edits: [
      ...wrapInTry(
        sourceCode,
        section,
        `const ${release} = await ${acquire}(${lock.client}, ${lock.name})`,
        `await ${release}()`,
      ),
      ...uuid.edits,
      ...helpers.edits,
    ],
  };
};
