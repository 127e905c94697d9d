/** The accesses of the file system that a text makes, in order, as short lines. */
import { walkModule } from '../../../eslint-plugin/dist/analysis/index.js';
import { describeTerm } from '../../../eslint-plugin/dist/analysis/races/names.js';
import { parse } from './source.js';

/** `read data.json`, `write/absent data.json`, `write data.json <- data.json` where the value was read there. */
export function fileAccesses(text: string): readonly string[] {
  const walked = walkModule(parse(text) as never, {});
  if (!walked) return [];
  const context = { program: walked.program } as never;
  const path = (term: Parameters<typeof describeTerm>[0]): string =>
    describeTerm(term, context).replace(/^['`]|['`]$/gu, '');
  const accesses = walked.flow.summaries.finished().flatMap((summary) => summary.accesses);
  return accesses
    .filter(({ receiver }) => receiver.model.family === 'files')
    .map(({ operation, condition, key, written }) => {
      const only = condition === 'none' ? '' : `/${condition}`;
      const from = [...(written?.sources ?? [])].flatMap((source) =>
        source.kind === 'read' ? [path(source.access.key)] : [],
      );
      const verb = operation === 'conditional' ? 'write' : operation;
      return `${verb}${only} ${path(key)}${from.length > 0 ? ` <- ${[...new Set(from)].join(', ')}` : ''}`;
    });
}
