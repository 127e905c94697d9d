// `get` is synchronous, and `update` changes what it gives at once
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const run = vscode.commands.registerCommand('demo.run', async () => {
    await vscode.window.showInformationMessage('Run?', 'Yes');
    const runs = context.globalState.get<number>('runs', 0);
    await context.globalState.update('runs', runs + 1);
  });
  context.subscriptions.push(run);
}
