import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('demo.run', async () => {
      const runs = context.globalState.get<number>('runs', 0);
      await vscode.window.showInformationMessage(`Run ${runs + 1}?`, 'Yes');
      await context.globalState.update('runs', runs + 1); // RACE
    }),
  );
}
