/** VS Code as the tests use it. What has to come is waited for by events, never by a clock. */
import * as assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { InterleaveApi } from '../../../extension/src/api.js';

export const EXTENSION = 'interleave.interleave';

/** The plugin as a workspace would have it. These tests are bundled into test/.tmp/editor. */
export const PLUGIN = join(__dirname, '../../../eslint-plugin/dist/index.js');

/** The extension, with its server answering. */
export async function readyExtension(): Promise<InterleaveApi> {
  const extension = vscode.extensions.getExtension<InterleaveApi>(EXTENSION);
  assert.ok(extension, `${EXTENSION} is installed`);
  const exports = await extension.activate();
  await exports.whenReady;
  return exports;
}

/** The first value that `look` gives, asked now and after each of the events. */
export function when<Value>(
  look: () => Value | undefined,
  ...events: readonly vscode.Event<unknown>[]
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = [];
    const ask = (): void => {
      try {
        const value = look();
        if (value === undefined) return;
        resolve(value);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      for (const subscription of subscriptions) subscription.dispose();
    };
    for (const event of events) subscriptions.push(event(ask));
    ask();
  });
}

/** Resolves after the first of such events at which it holds. */
export function changed(event: vscode.Event<unknown>, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      if (!holds()) return;
      subscription.dispose();
      resolve();
    });
  });
}

export function pathInWorkspace(name: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return join(folder.uri.fsPath, name);
}

export async function writeInWorkspace(name: string, text: string): Promise<vscode.Uri> {
  const path = pathInWorkspace(name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return vscode.Uri.file(path);
}

/** A file of the workspace, made and shown. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = await writeInWorkspace(name, text);
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document, { preview: false });
}

/** What is reported of a document: races, without the hints at their steps. */
export function racesOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return ours(uri).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
}

export function hintsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return ours(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint);
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'interleave');
}

/** The races of a document, as soon as there are any. */
export function firstRaces(uri: vscode.Uri): Promise<[vscode.Diagnostic, ...vscode.Diagnostic[]]> {
  return when(() => {
    const [first, ...others] = racesOf(uri);
    return first && [first, ...others];
  }, vscode.languages.onDidChangeDiagnostics);
}

/** Resolves when nothing is reported of a document any more. */
export async function noRaces(uri: vscode.Uri): Promise<void> {
  await when(() => racesOf(uri).length === 0 || undefined, vscode.languages.onDidChangeDiagnostics);
}

/** What the light bulb offers at a place. */
export function actionsAt(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
}

/** Does what a click on the action does. */
export async function take(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was applied`);
  if (!action.command) return;
  const { command, arguments: given = [] } = action.command as { command: string; arguments?: unknown[] };
  await vscode.commands.executeCommand(command, ...given);
}

/** Sets an option of the extension while `work` runs. */
export async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const update = (given: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('interleave').update(name, given, vscode.ConfigurationTarget.Workspace);
  await update(value);
  try {
    await work();
  } finally {
    await update(undefined);
  }
}
