// safe: the timer is replaced in one step, the result overwrites and is not derived from the old one
import * as vscode from 'vscode';
import { lintText } from './lint';

let timer: NodeJS.Timeout | undefined;
let problems: string[] = [];

export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(async () => {
        timer = undefined;
        const version = document.version;
        const found = await lintText(document.getText());
        if (document.version !== version) return;
        problems = found;
      }, 300);
    }),
  );
}

export const currentProblems = () => problems;
