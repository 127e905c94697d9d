import * as vscode from 'vscode';
import { lintFile } from './lint';

let problems = 0;

export function activate(context: vscode.ExtensionContext) {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
  context.subscriptions.push(
    item,
    vscode.workspace.onDidSaveTextDocument(async (document) => {
      problems = problems + (await lintFile(document.uri.fsPath)).length; // RACE
      item.text = `$(warning) ${problems}`;
      item.show();
    }),
  );
}
