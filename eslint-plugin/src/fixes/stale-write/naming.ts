/** Names for what a call gives, as its author would name it. */
import { withoutTypes, type Node, type SourceCode } from '../code/nodes.js';
import { freshName } from '../code/scopes.js';
import { nameOf } from './place.js';

/** A name for the value of an awaited expression, free within `scope`: what the call's name says, else `fallback`. */
export function nameForResult(
  sourceCode: SourceCode,
  expression: Node,
  fallback: string,
  scope: Node,
): string {
  const told = toldName(expression);
  if (told !== undefined && freshName(sourceCode, told, scope) === told) return told;
  return freshName(sourceCode, fallback, scope);
}

/** `price` of `fetchPrice(id)`, `size` of `sizeOf(file)`, `steps` of `tracker.stepsSince(day)`. */
function toldName(expression: Node): string | undefined {
  const node = withoutTypes(expression);
  if (node.type === 'AwaitExpression') return toldName(node.argument);
  if (node.type !== 'CallExpression') return undefined;
  const [first = '', ...rest] = (nameOf(node.callee) ?? '').split(/(?=[A-Z])/u);
  const words = VERBS.test(first) ? rest : [first, ...rest];
  const end = words.findIndex((word) => PREPOSITIONS.test(word));
  const kept = end === -1 ? words : words.slice(0, end);
  const isTold = kept.length > 0 && kept.length < rest.length + 1;
  const name = kept.join('');
  const told = name.charAt(0).toLowerCase() + name.slice(1);
  return isTold && /^[a-z]\w+$/u.test(told) && !RESERVED.test(told) ? told : undefined;
}

const VERBS =
  /^(?:ask|build|calculate|compute|count|create|estimate|evaluate|fetch|find|generate|get|load|look|make|measure|parse|query|read|receive|request|resolve|retrieve)$/u;
const PREPOSITIONS = /^(?:After|At|Before|By|For|From|In|Of|On|Since|To|With)$/u;
const RESERVED =
  /^(?:async|await|case|catch|class|const|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|interface|let|new|null|of|package|private|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)$/u;
