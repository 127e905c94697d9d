/** What one file shares, as a client is told it. */
import { sharedState } from 'eslint-plugin-interleave';
import type { SharedResource } from '../protocol.js';
import type { FileRules } from './engines.js';
import { moduleParser, parse } from './parse/parse.js';
import type { Source } from './source.js';

export function sharedStateOf(
  source: Source,
  { settings, languageOptions }: FileRules,
  isCancelled: () => boolean,
): SharedResource[] {
  const code = parse(source, languageOptions, isCancelled);
  if (!code) return [];
  const { document, uri, filename } = source;
  const shift = code.hasBOM ? 1 : 0;
  const toRange = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: document.positionAt(start + shift),
    end: document.positionAt(end + shift),
  });
  return sharedState(code, { settings, filename, parser: moduleParser, isCancelled }).map(
    ({ accesses, declaration, ...resource }) => ({
      ...resource,
      ...(declaration && { declaration: { uri, range: toRange(declaration) } }),
      accesses: accesses.map(({ operation, method, range, guarded, guards }) => ({
        operation,
        method,
        location: { uri, range: toRange(range) },
        guarded,
        guards: guards.map((guard) => ({ kind: guard.kind, on: guard.on, range: toRange(guard.range) })),
      })),
    }),
  );
}
