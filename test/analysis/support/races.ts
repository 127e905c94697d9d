import type { Linter } from 'eslint';
import { analyze, type AnalysisOptions, type Race } from 'eslint-plugin-interleave';
import { parse, type ParserName } from './source.js';

interface Setting extends Omit<AnalysisOptions, 'parser'> {
  readonly parser?: ParserName | Linter.Parser;
}

/** The races of a text, as the rules get them. */
export function racesIn(text: string, { parser, ...options }: Setting = {}): readonly Race[] {
  return analyze(parse(text, parser), options);
}

/** The races of stores, each in a few words: `certain ioredis hits`, in source order. */
export function storeRaces(text: string, setting: Setting = {}): readonly string[] {
  return racesIn(text, setting).flatMap((race) => {
    if (race.kind !== 'get-then-set') return [];
    const { store, key, field } = race.write.resource;
    return [`${race.certainty} ${store} ${key}${field === undefined ? '' : `.${field}`}`];
  });
}
