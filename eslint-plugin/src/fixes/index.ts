/** The rewrites offered for each kind of race, best first. */
import type { RewriteGetThenSet } from './rewrite.js';

export const GET_THEN_SET_REWRITES: readonly RewriteGetThenSet[] = [];
