/** The retries of a file that write stale data, or take effect twice. */
import type { Race } from '../../race.js';
import type { RaceContext } from '../context.js';
import { CodeIndex } from './code.js';
import { findStaleRetries } from './stale-retry.js';
import { findUnkeyedRetries } from './unkeyed-retry.js';

/** A file without these words holds no retry, whatever its names. */
const MAY_RETRY = /\bcatch\b|[Rr]etr(?:y|ies)|\bbackOff\b|\bwhile\b|\bfor\b|\.then\s*\(|\b4(?:09|12)\b|\.(?:ok|status|count|rowCount|affected)\b/u;

export function findRetries(context: RaceContext): readonly Race[] {
  const { program, flow } = context;
  if (!MAY_RETRY.test(program.textOf(program.module.at))) return [];
  const index = new CodeIndex(program, flow);
  return [...findStaleRetries(index, context), ...findUnkeyedRetries(index, context)];
}
