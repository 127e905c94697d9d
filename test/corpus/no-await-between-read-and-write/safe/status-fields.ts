// safe: the fields are overwritten with what just happened, whatever they held
import * as vscode from 'vscode';
import { buildProject } from './builder';

export class BuildStatus implements vscode.Disposable {
  private text = 'never built';
  private finishedAt: Date | undefined;
  private readonly item = vscode.window.createStatusBarItem();

  async build(folder: vscode.WorkspaceFolder) {
    const result = await buildProject(folder.uri.fsPath);
    this.text = result.ok ? 'ok' : `${result.errors} errors`;
    this.finishedAt = new Date();
    this.show();
  }

  private show() {
    this.item.text = `${this.text} (${this.finishedAt?.toLocaleTimeString() ?? '-'})`;
    this.item.show();
  }

  dispose() {
    this.item.dispose();
  }
}
