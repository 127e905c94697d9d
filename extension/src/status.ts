/** The language status item: how the server is, and how the last check of the document in front went. */
import * as vscode from 'vscode';
import type { StatusParams } from 'interleave-language-server/protocol';
import { racesOf } from './diagnostics.js';
import { Subject } from './observable.js';
import { isEnabled } from './settings.js';
import { describeStatus, type Health } from './status-text.js';

const SEVERITY_OF = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
} as const;

export class Status extends Subject<Health> {
  private readonly item: vscode.LanguageStatusItem;
  private readonly checks = new Map<string, { readonly took: number; readonly at: Date }>();
  private readonly listeners: readonly { dispose(): unknown }[];

  constructor(selector: vscode.DocumentSelector) {
    super({ state: 'starting', busy: true });
    this.item = vscode.languages.createLanguageStatusItem('interleave.status', selector);
    this.item.name = 'Interleave';
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.draw();
      }),
      vscode.languages.onDidChangeDiagnostics(() => {
        this.draw();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.checks.delete(uri.toString())),
    ];
    this.draw();
  }

  /** What the server says of itself. */
  report({ health, busy, message }: StatusParams): void {
    this.set({ state: health, busy, ...(message !== undefined && { message }) });
  }

  override set(health: Health): void {
    super.set(health);
    this.draw();
  }

  noteCheck(uri: vscode.Uri, took: number): void {
    this.checks.set(uri.toString(), { took, at: new Date() });
    this.draw();
  }

  draw(): void {
    const { text, detail, severity } = describeStatus(this.shown, this.lastCheck);
    this.item.text = text;
    this.item.detail = detail;
    this.item.severity = SEVERITY_OF[severity];
    this.item.busy = this.current.busy;
    this.item.command =
      severity === 'information'
        ? { title: 'Show Output', command: 'interleave.showOutput' }
        : { title: 'Restart Server', command: 'interleave.restartServer' };
    this.item.accessibilityInformation = { label: `Interleave: ${text}, ${detail}` };
  }

  override dispose(): void {
    super.dispose();
    this.item.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private get shown(): Health {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && !isEnabled(uri) ? { state: 'off', busy: false } : this.current;
  }

  private get lastCheck() {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const check = uri && this.checks.get(uri.toString());
    return check && { ...check, races: racesOf(uri).length };
  }
}
