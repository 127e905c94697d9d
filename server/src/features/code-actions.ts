/** Code actions, made from the diagnostics of the request alone. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { ServerCommand, type ExplainArguments, type ReasonArguments } from '../protocol.js';
import { reasonIn } from './reason.js';
import { dataOf, type DiagnosticData } from './diagnostic-data.js';

export interface CodeActionOptions {
  /** The state of the text of an open document, undefined for one that is not open. */
  readonly stampOf: (uri: string) => string | undefined;
  readonly versionOf: (uri: string) => number | undefined;
  readonly explainCommand: string;
  /** Taken after a rule was switched off. */
  readonly reasonCommand?: string | undefined;
  readonly documentChanges: boolean;
  /** The client shows actions that cannot be taken, with the reason. */
  readonly disabled: boolean;
}

export interface CodeActions {
  readonly actions: CodeAction[];
  /** Why some were left out, where the client cannot show it with them. */
  readonly refused?: string;
}

export const STALE =
  'The file has changed since this race was found. Wait for the new result, and ask again.';

export function codeActionsFor(
  { context }: Pick<CodeActionParams, 'context'>,
  options: CodeActionOptions,
): CodeActions {
  if (context.only && !context.only.some((kind) => isWithin(CodeActionKind.QuickFix, kind)))
    return { actions: [] };
  const actions: CodeAction[] = [];
  let isRefused = false;
  for (const diagnostic of context.diagnostics) {
    const data = dataOf(diagnostic);
    if (!data) continue;
    const isStale = (data.stamp ?? undefined) !== options.stampOf(data.uri);
    for (const action of actionsOf(diagnostic, data, options)) {
      if (!isStale) actions.push(action);
      else if (!action.edit) continue;
      else if (options.disabled) actions.push(refuse(action));
      else isRefused = true;
    }
  }
  return { actions: withoutDuplicates(actions), ...(isRefused && { refused: STALE }) };
}

function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function actionsOf(diagnostic: Diagnostic, data: DiagnosticData, options: CodeActionOptions): CodeAction[] {
  const edit = (title: string, edits: TextEdit[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(data.uri, edits, options),
  });
  const command = (given: Command): CodeAction => ({
    title: given.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: given,
  });
  switch (data.kind) {
    case 'race':
      return [
        ...data.rewrites.map(({ title, edits }) => edit(title, edits)),
        command(explain(data, options)),
        ...[
          { where: 'this line', change: data.disableLine },
          { where: 'the whole file', change: data.disableFile },
        ].map(({ where, change }) => ({
          ...edit(`Disable ${data.rule} for ${where}`, [change]),
          ...askReason(data.uri, change, options),
        })),
        ...(data.documentation === undefined
          ? []
          : [command(openDocumentation(data.rule, data.documentation))]),
      ];
    case 'step':
      return [command(explain(data, options))];
    case 'unused':
      return data.removal ? [edit('Remove the comment that disables nothing', [data.removal])] : [];
  }
}

function explain({ uri, position }: ExplainArguments, { explainCommand }: CodeActionOptions): Command {
  const given: ExplainArguments = { uri, position };
  return { title: 'Explain this race', command: explainCommand, arguments: [given] };
}

function openDocumentation(rule: string, page: string): Command {
  return {
    title: `Show the documentation of ${rule}`,
    command: ServerCommand.openDocumentation,
    arguments: [page],
  };
}

/** Once the edit is made, the reason is the user's to write. */
function askReason(
  uri: string,
  change: TextEdit,
  { reasonCommand }: CodeActionOptions,
): Pick<CodeAction, 'command'> {
  const range = reasonIn(change);
  if (reasonCommand === undefined || !range) return {};
  const given: ReasonArguments = { uri, range };
  return { command: { title: 'Write the reason', command: reasonCommand, arguments: [given] } };
}

function workspaceEdit(
  uri: string,
  edits: TextEdit[],
  { documentChanges, versionOf }: CodeActionOptions,
): WorkspaceEdit {
  if (!documentChanges) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version: versionOf(uri) ?? null }, edits }] };
}

function refuse({ title, kind, diagnostics }: CodeAction): CodeAction {
  return { title, ...(kind && { kind }), ...(diagnostics && { diagnostics }), disabled: { reason: STALE } };
}

/** The hint and the report at one place both offer to explain it. */
function withoutDuplicates(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Set<string>();
  return actions.filter(({ title, edit, command }) => {
    const key = JSON.stringify([title, edit, command?.command]);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
