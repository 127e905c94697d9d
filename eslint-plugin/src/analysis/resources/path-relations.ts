/** How two paths, or a path and a text with paths in it, stand to each other. */
import type { Term } from './terms.js';

/** True for the path of something in a folder. */
export function isBeneath(path: Term, folder: Term): boolean {
  const own = partsOf(path);
  const around = partsOf(folder);
  const last = around.pop();
  if (!last || own.length < around.length + 1) return false;
  if (!around.every((part, index) => part === own[index])) return false;
  const [here, next] = own.slice(around.length);
  if (here === last) return textOf(next)?.startsWith('/') ?? false;
  const start = textOf(last);
  return start !== undefined && (textOf(here)?.startsWith(`${start.replace(/\/$/u, '')}/`) ?? false);
}

/** True where a text, such as the line of a command, says a path as a whole. */
export function saysPath(text: Term, path: Term): boolean {
  if (text === path) return true;
  const words = partsOf(text);
  const own = partsOf(path);
  // A lone variable part is the same term.
  for (let start = 0; start + own.length <= words.length; start++)
    if (own.every((part, index) => isSaid(words[start + index], part, index, own.length))) return true;
  return false;
}

/** Texts around a path run into its first and its last part. */
function isSaid(word: Term | undefined, part: Term, index: number, count: number): boolean {
  if (word === part) return true;
  const said = textOf(word);
  const own = textOf(part);
  if (said === undefined || own === undefined) return false;
  if (count === 1) return own.length >= 4 && said.includes(own);
  if (index === 0) return said.endsWith(own);
  return index === count - 1 && said.startsWith(own);
}

function partsOf(term: Term): Term[] {
  if (term.kind === 'typed') return partsOf(term.operand);
  return term.kind === 'concat' ? [...term.parts] : [term];
}

function textOf(term: Term | undefined): string | undefined {
  return term?.kind === 'constant' && typeof term.value === 'string' ? term.value : undefined;
}
