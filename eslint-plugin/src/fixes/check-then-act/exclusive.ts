/** Creates a file, or a copy, only where there is none: the file system tells who was first. */
import type { RaceOf } from '../../analysis/race.js';
import { addImport } from '../code/declarations.js';
import { memberName, some, type SourceCode } from '../code/nodes.js';
import { freshName } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { edited, editedAndIndented, indentationAt, rangeOf, textOf } from '../code/text.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { fileCall, withOption, type FileCall } from './files.js';
import { settingOf, type Setting } from './setting.js';

export const rewriteToExclusive: RewriteOf<'check-then-act'> = (race, sourceCode) => {
  if (race.found !== 'absent' || race.read.resource.key !== race.write.resource.key) return undefined;
  const found = fileCall(sourceCode, race.write);
  const setting = found && !found.callback ? settingOf(sourceCode, race) : undefined;
  if (!found || !setting || found.method.endsWith('Sync') === setting.isAwaited) return undefined;
  const exclusive = exclusively(sourceCode, race, found);
  const other = exclusive && whereThere(sourceCode, setting);
  if (!exclusive || other === undefined) return undefined;
  // Between creation and write, another one may append; what is written then lands on top of it.
  if (isAppendedTo(sourceCode, found)) return undefined;
  const { statement } = setting;
  const { indent, newline, semicolons, quote, typescript } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const error = freshName(sourceCode, 'error', statement.parent);
  const code = typescript ? `(${error} as NodeJS.ErrnoException).code` : `${error}.code`;
  const outer = newline + indentationAt(sourceCode, statement.range[0]);
  const range = rangeOf(statement);
  const inside = exclusive.edits.filter(
    (edit) => range.start <= edit.range.start && edit.range.end <= range.end,
  );
  const condition = `if (${code} !== ${quote}EEXIST${quote}) throw ${error}${end}`;
  const text = [
    'try {',
    indent + editedAndIndented(sourceCode, range, inside, indent),
    `} catch (${error}) {`,
    indent + condition,
    ...other.map((line) => indent + line),
    '}',
  ].join(outer);
  return {
    title: exclusive.title,
    edits: [{ range, text }, ...exclusive.edits.filter((edit) => !inside.includes(edit))],
  };
};

/** True where the file also appends to the path. */
function isAppendedTo(sourceCode: SourceCode, { args: [path] }: FileCall): boolean {
  return some(sourceCode, sourceCode.ast, (node) => {
    if (node.type !== 'CallExpression' || !path) return false;
    const { callee } = node;
    const name =
      callee.type === 'MemberExpression'
        ? memberName(callee)
        : callee.type === 'Identifier'
          ? callee.name
          : '';
    const [first] = node.arguments;
    return (
      /^append/u.test(name ?? '') &&
      first !== undefined &&
      textOf(sourceCode, first) === textOf(sourceCode, path)
    );
  });
}

function exclusively(
  sourceCode: SourceCode,
  race: RaceOf<'check-then-act'>,
  found: FileCall,
): { readonly title: string; readonly edits: readonly TextEdit[] } | undefined {
  if (/^writeFile(?:Sync)?$/u.test(found.method)) {
    const { quote } = styleOf(sourceCode);
    const edits = withOption(sourceCode, found, 2, `flag: ${quote}wx${quote}`, 'encoding');
    return edits && { title: 'Create it with the flag `wx`, and handle `EEXIST`', edits };
  }
  if (race.shape !== 'copy' || !/^copyFile(?:Sync)?$/u.test(found.method) || found.args.length !== 2)
    return undefined;
  const [, target] = found.args;
  const constants = target && addImport(sourceCode, 'node:fs', 'constants');
  return (
    constants && {
      title: 'Copy with `COPYFILE_EXCL`, and handle `EEXIST`',
      edits: [
        ...constants.edits,
        {
          range: { start: target.range[1], end: target.range[1] },
          text: `, ${constants.name}.COPYFILE_EXCL`,
        },
      ],
    }
  );
}

/** The statements of who comes second, without indentation of their own; undefined where they are not known. */
function whereThere(sourceCode: SourceCode, setting: Setting): readonly string[] | undefined {
  switch (setting.kind) {
    case 'handler':
      return [];
    case 'inside':
      // What follows the act is done by who made it.
      return setting.rest.length === 0 ? [] : undefined;
    case 'behind': {
      const { other } = setting;
      if (other.type !== 'BlockStatement') return [textOf(sourceCode, other)];
      const [only, ...more] = other.body;
      if (!only || more.length > 0 || textOf(sourceCode, only).includes('\n')) return undefined;
      return [edited(sourceCode.text, rangeOf(only), [])];
    }
  }
}
