/** Asks for a lock again while it is held. Source: the README of proper-lockfile, and of `retry`, which it hands this to. */
import { findCall } from '../code/nodes.js';
import type { RewriteOf } from '../rewrite.js';

const RETRIES = 'retries: { retries: 10, minTimeout: 50 }';

export const rewriteToRetries: RewriteOf<'unsafe-lock'> = ({ flaw, place }, sourceCode) => {
  if (flaw.kind !== 'one-attempt') return undefined;
  const call = findCall(sourceCode, place);
  const [file, options, ...rest] = call?.arguments ?? [];
  if (!file || rest.length > 0 || file.type === 'SpreadElement') return undefined;
  const title = 'Ask for it again, ten times, while it is held';
  const insert = (at: number, text: string) => ({ title, edits: [{ range: { start: at, end: at }, text }] });
  if (!options) return insert(file.range[1], `, { ${RETRIES} }`);
  if (options.type !== 'ObjectExpression') return undefined;
  const said = options.properties.find(
    (property) => property.type === 'Property' && 'name' in property.key && property.key.name === 'retries',
  );
  if (said) return { title, edits: [{ range: { start: said.range[0], end: said.range[1] }, text: RETRIES }] };
  const last = options.properties.at(-1);
  return last ? insert(last.range[1], `, ${RETRIES}`) : undefined;
};
