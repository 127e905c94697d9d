/** Jumping to code. */
import * as vscode from 'vscode';
import type { Location } from 'vscode-languageserver-protocol';

/** Shows a place where its file is shown already, or in the column that was used last. */
export async function reveal({ uri, range }: Location): Promise<vscode.TextEditor> {
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  return vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? columnOf(document.uri) ?? vscode.ViewColumn.One,
    selection,
  });
}

/** The group that has a tab of a file, also where another tab is in front. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => isTabOf(tab, uri)))?.viewColumn;
}

export function isTabOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}
