/** A random id: each record is one of its own, whoever writes it, and one that is written twice is there twice. */
import { addImport } from '../code/declarations.js';
import { some } from '../code/nodes.js';
import { withoutUnused } from '../code/unused.js';
import { rangeOf } from '../code/text.js';
import type { RewriteOf } from '../rewrite.js';
import { idPlaceOf } from './place.js';

export const rewriteToRandomId: RewriteOf<'fixed-vector-id'> = (race, sourceCode) => {
  const place = idPlaceOf(race, sourceCode);
  if (!place) return undefined;
  const { node, prefix } = place;
  // A counter that goes on counting has no use any more, and nobody says so.
  if (some(sourceCode, node, ({ type }) => type === 'UpdateExpression')) return undefined;
  const { name, edits } = addImport(sourceCode, 'node:crypto', 'randomUUID');
  const text = `${prefix}${name}()`;
  const unused = withoutUnused(sourceCode, node, text);
  return (
    unused && {
      title: 'Give each record a random id: `randomUUID()`',
      edits: [...edits, ...unused, { range: rangeOf(node), text }],
    }
  );
};
