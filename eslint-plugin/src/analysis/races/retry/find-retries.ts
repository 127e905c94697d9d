/** The retries of a file that write stale data, or take effect twice. */
import type { Race } from '../../race.js';
import type { RaceContext } from '../context.js';
import { findStaleRetries } from './stale-retry.js';
import { findUnkeyedRetries } from './unkeyed-retry.js';

/** A file without these words goes round nothing, whatever its names. */
const MAY_RETRY =
  /\bcatch\b|[Rr]etr(?:y|ies)|[bB]ack[oO]ff|\bwhile\b|\bfor\b|\.then\s*\(|\b4(?:09|12)\b|\.(?:ok|status|count|rowCount|affected)\b|[aA]ttempts?\b|\b[tT]ries\b|setTimeout/u;

/** A file without these words knows nothing of conflicts. */
const MAY_CONFLICT =
  /version|e-?tag|if-?match|watch|conflict|__v|\b_?rev\b|revision|\bcas\b|\bcheck\(|\b4(?:09|12)\b|P20(?:25|34)|condition|40001|stale|optimistic|generation/iu;

export function findRetries(context: RaceContext): readonly Race[] {
  const { program, index } = context;
  const text = program.textOf(program.module.at);
  const mayConflict = MAY_CONFLICT.test(text);
  const mayRetry = MAY_RETRY.test(text);
  if (!mayConflict && !mayRetry) return [];
  return [
    ...(mayConflict ? findStaleRetries(index, context) : []),
    ...(mayRetry ? findUnkeyedRetries(index, context) : []),
  ];
}
