/** A name that no other execution has: an id in it, made for this call or for the session that the function serves. */
import type { TSESTree } from '@typescript-eslint/utils';
import { addImport } from './code/declarations.js';
import { isWithin, walk, type FunctionNode, type Node, type SourceCode } from './code/nodes.js';
import { edited, rangeOf, textOf } from './code/text.js';
import { constantText, lastConstant, tempPathOf } from './files/temp-path.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToRandomName: RewriteOf<'shared-temp-path'> = (race, sourceCode) => {
  const path = tempPathOf(sourceCode, race.write);
  if (!path) return undefined;
  const uuid = addImport(sourceCode, 'node:crypto', 'randomUUID');
  const text = withId(sourceCode, path.expression, `${uuid.name}()`);
  if (text === undefined) return undefined;
  return {
    title: 'Give the file a name of its own with `randomUUID()`',
    edits: [...path.replaced(text), ...uuid.edits],
  };
};

const SESSION = /^(?:session|run|request|job|trace|conversation)_?[iI]d$/u;

export const rewriteToSessionName: RewriteOf<'shared-temp-path'> = (race, sourceCode) => {
  const path = tempPathOf(sourceCode, race.write);
  const id = path && sessionOf(path.owner);
  const text = path && id !== undefined ? withId(sourceCode, path.expression, id) : undefined;
  if (!path || text === undefined || id === undefined) return undefined;
  return { title: `Put \`${id}\` into its name: one file for each session`, edits: [...path.replaced(text)] };
};

/** A parameter that names the session, by itself or taken out of an object. */
function sessionOf({ params }: FunctionNode): string | undefined {
  for (const parameter of params) {
    if (parameter.type === 'Identifier' && SESSION.test(parameter.name)) return parameter.name;
    if (parameter.type !== 'ObjectPattern') continue;
    for (const property of parameter.properties) {
      const value = property.type === 'Property' ? property.value : undefined;
      if (value?.type === 'Identifier' && SESSION.test(value.name)) return value.name;
    }
  }
  return undefined;
}

/** The path with an id in it: in the place of the clock or the process, else before the ending. */
function withId(sourceCode: SourceCode, expression: Node, id: string): string | undefined {
  const weak = weakIdIn(sourceCode, expression);
  const edit = weak ? { range: rangeOf(weak), text: id } : insertion(expression, id);
  return edit && edited(sourceCode.text, rangeOf(expression), [edit]);
}

/** `Date.now()`, `process.pid`: what was to tell the files apart, where it stands by itself. */
function weakIdIn(sourceCode: SourceCode, expression: Node): Node | undefined {
  let found: Node | undefined;
  walk(sourceCode, expression, (node) => {
    const isWeak =
      /^(?:Date\.now\(\)|process\.pid|threadId|performance\.now\(\)|new Date\(\)\.getTime\(\))$/u.test(
        textOf(sourceCode, node),
      ) && /^(?:TemplateLiteral|BinaryExpression)$/u.test(node.parent?.type ?? '');
    if (isWeak) found = node;
    return !isWeak;
  });
  return found;
}

function insertion(expression: Node, id: string): TextEdit | undefined {
  const constant = lastConstant(expression);
  if (!constant) return undefined;
  const text = constantText(constant);
  const hole = `\${${id}}`;
  const own = /^\.\w+$/u.test(text)
    ? `.${hole}${text}`
    : text.replace(/^(.*?)(\.\w+)?$/su, (_, stem: string, ending: string | undefined) => {
        const separator = stem === '' || /[/\\._-]$/u.test(stem) ? '' : '-';
        return `${stem}${separator}${hole}${ending ?? ''}`;
      });
  if (constant.type === 'TemplateElement') return insideTemplate(expression, constant, own);
  return /[`\\]|\$\{/u.test(text) ? undefined : { range: rangeOf(constant), text: `\`${own}\`` };
}

/** The text of a template between its holes; its range has the marks around it in some parsers. */
function insideTemplate(
  expression: Node,
  element: TSESTree.TemplateElement,
  own: string,
): TextEdit | undefined {
  if (!isWithin(element, expression)) return undefined;
  const { start } = rangeOf(element);
  const { raw } = element.value;
  return { range: { start: start + 1, end: start + 1 + raw.length }, text: own };
}
