/** Comments that speak to this tool: `interleave: owned`, `interleave: single-writer -- reason`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { rangeOf } from './builder.js';
import type { Comment } from './program.js';

const DIRECTIVE = /^[\s*]*interleave:\s*(owned|single-writer)\b/u;

export function findDirectives(comments: readonly TSESTree.Comment[]): Comment[] {
  const found: Comment[] = [];
  for (const comment of comments) {
    const match = DIRECTIVE.exec(comment.value);
    if (match?.[1] !== undefined) found.push({ text: match[1], at: rangeOf(comment) });
  }
  return found;
}
