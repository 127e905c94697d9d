import ts from 'typescript';

/** Where a rewritten text departs from the original's way of writing; empty where it does not. */
export function findStyleBreaks(original: string, rewritten: string): readonly string[] {
  return [
    ...findIndentationBreaks(original, rewritten),
    ...findQuoteBreaks(original, rewritten),
    ...findSemicolonBreaks(original, rewritten),
    ...(/[ \t]$/m.test(rewritten) && !/[ \t]$/m.test(original) ? ['a line ends in white space'] : []),
    ...(/\n\r?\n\r?\n/.test(rewritten) && !/\n\r?\n\r?\n/.test(original)
      ? ['two empty lines stand together']
      : []),
  ];
}

/** Tabs in a text indented by spaces, or the other way round; the ` *` of a block comment does not count. */
function findIndentationBreaks(original: string, rewritten: string): readonly string[] {
  const bySpaces = /^ +(?![ *])/m;
  const byTabs = /^\t/m;
  if (byTabs.test(original) && !bySpaces.test(original) && bySpaces.test(rewritten))
    return ['is indented by spaces, not tabs'];
  if (bySpaces.test(original) && !byTabs.test(original) && byTabs.test(rewritten))
    return ['is indented by tabs, not spaces'];
  return [];
}

function findQuoteBreaks(original: string, rewritten: string): readonly string[] {
  const used = new Set(findStrings(original).map((literal) => literal.charAt(0)));
  if (used.size !== 1) return [];
  return findStrings(rewritten)
    .filter((literal) => !used.has(literal.charAt(0)) && ![...used].some((quote) => literal.includes(quote)))
    .map((literal) => `quotes ${literal} unlike the rest`);
}

function findStrings(text: string): readonly string[] {
  return findNodes(text, (node): node is ts.StringLiteral => ts.isStringLiteral(node));
}

function findSemicolonBreaks(original: string, rewritten: string): readonly string[] {
  const isUsed = (statement: string): boolean => statement.endsWith(';');
  const before = findStatements(original);
  const after = findStatements(rewritten);
  if (before.length > 0 && before.every(isUsed) && !after.every(isUsed)) return ['lacks a semicolon'];
  if (before.length > 0 && !before.some(isUsed) && after.some(isUsed))
    return ['has semicolons unlike the rest'];
  return [];
}

function findStatements(text: string): readonly string[] {
  return findNodes(
    text,
    (node) =>
      ts.isExpressionStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isThrowStatement(node) ||
      ts.isImportDeclaration(node) ||
      ts.isVariableStatement(node),
  );
}

function findNodes(text: string, isWanted: (node: ts.Node) => boolean): readonly string[] {
  const file = ts.createSourceFile('text.ts', text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) found.push(node.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
