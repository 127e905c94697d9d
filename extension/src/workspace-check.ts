/** "Check Workspace": all files once, with progress; after that, what changes is kept up to date until it is stopped. */
import * as vscode from 'vscode';
import {
  ProgressType,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageclient/node';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { isRace } from './diagnostics.js';
import { Subject } from './observable.js';
import { isTabOf } from './reveal.js';
import { isEnabled } from './settings.js';
import { count } from './status-text.js';

export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'cancelled' | 'done'; readonly files: number; readonly races: number };

/** What is known of a file, under the id by which the server knows that it was told. */
interface Known {
  readonly resultId: string | undefined;
  readonly diagnostics: vscode.Diagnostic[];
}

export class WorkspaceCheck extends Subject<CheckState> {
  private readonly collection = vscode.languages.createDiagnosticCollection('interleave-workspace');
  private readonly known = new Map<string, Known>();
  private stop: vscode.CancellationTokenSource | undefined;
  private readonly listeners: readonly { dispose(): unknown }[];

  constructor(private readonly client: LanguageClient) {
    super({ kind: 'idle' });
    this.listeners = [
      this.collection,
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const { input } of [...opened, ...closed])
          if (input instanceof vscode.TabInputText) this.draw(input.uri);
      }),
      client.onDidChangeState(({ newState }) => {
        // Ids of another server mean nothing to the next.
        if (newState === State.Stopped) this.clear();
      }),
    ];
  }

  /** Checks all files, and says what came of it. */
  async run(): Promise<void> {
    if (this.current.kind === 'running') return;
    this.clear();
    const stop = new vscode.CancellationTokenSource();
    this.stop = stop;
    this.set({ kind: 'running' });
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: 'Interleave: checking the workspace',
      cancellable: true,
    };
    try {
      await vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => {
          stop.cancel();
        });
        return this.ask(stop.token, progress);
      });
    } catch (error) {
      if (!stop.token.isCancellationRequested) {
        this.set({ kind: 'idle' });
        throw error;
      }
    }
    const found = this.counts;
    this.set({ kind: stop.token.isCancellationRequested ? 'cancelled' : 'done', ...found });
    if (!stop.token.isCancellationRequested) void this.keepUpToDate(stop.token);
    void this.tell();
  }

  /** The same, without a word, as long as the editor is open. */
  async runQuietly(): Promise<void> {
    if (this.current.kind === 'running') return;
    this.clear();
    const stop = new vscode.CancellationTokenSource();
    this.stop = stop;
    await this.keepUpToDate(stop.token);
  }

  /** Forgets what was found, and looks no more. */
  clear(): void {
    this.stop?.cancel();
    this.stop = undefined;
    this.known.clear();
    this.collection.clear();
  }

  override dispose(): void {
    this.clear();
    super.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private get counts(): { readonly files: number; readonly races: number } {
    const races = [...this.known.values()].flatMap(({ diagnostics }) => diagnostics.filter(isRace));
    return { files: this.known.size, races: races.length };
  }

  /** The server answers when something has changed, and not before. */
  private async keepUpToDate(token: vscode.CancellationToken): Promise<void> {
    try {
      while (!token.isCancellationRequested && this.client.state === State.Running) await this.ask(token);
    } catch (error) {
      if (!token.isCancellationRequested)
        this.client.warn('The workspace is no longer kept up to date.', error, false);
    }
  }

  private async ask(
    token: vscode.CancellationToken,
    progress?: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
  ): Promise<void> {
    const id = `interleave-workspace-${++questions}`;
    const tokens = { workDoneToken: `${id}-progress`, partialResultToken: `${id}-results` };
    let reached = 0;
    // In the order in which they came: what is last said of a file holds.
    let taken = Promise.resolve();
    const listeners = [
      this.client.onProgress(WorkDoneProgress.type, tokens.workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const { message, percentage = reached } = value;
        progress?.report({ ...(message !== undefined && { message }), increment: percentage - reached });
        reached = percentage;
      }),
      this.client.onProgress(PORTION, tokens.partialResultToken, ({ items }) => {
        taken = taken.then(() => this.take(items, token));
      }),
    ];
    const previousResultIds = [...this.known].flatMap(([uri, { resultId: value }]) =>
      value === undefined ? [] : [{ uri, value }],
    );
    try {
      const { items } = await this.client.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { identifier: 'interleave', previousResultIds, ...tokens },
        token,
      );
      await taken;
      await this.take(items, token);
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }

  private async take(
    items: readonly WorkspaceDocumentDiagnosticReport[],
    token: vscode.CancellationToken,
  ): Promise<void> {
    for (const item of items) {
      if (item.kind !== 'full') continue;
      const { resultId } = item;
      const diagnostics = await this.client.protocol2CodeConverter.asDiagnostics(item.items);
      // Another check has begun, or what this one found is no longer wanted.
      if (this.stop?.token !== token) return;
      const uri = vscode.Uri.parse(item.uri, true);
      // A file that is gone has no id.
      if (resultId === undefined) this.known.delete(uri.toString());
      else this.known.set(uri.toString(), { resultId, diagnostics: isEnabled(uri) ? diagnostics : [] });
      this.draw(uri);
    }
  }

  /** Of a file with a tab, the editor has the diagnostics already, and newer ones. */
  private draw(uri: vscode.Uri): void {
    const isShown = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isTabOf(tab, uri)));
    this.collection.set(uri, isShown ? undefined : this.known.get(uri.toString())?.diagnostics);
  }

  private async tell(): Promise<void> {
    if (this.current.kind !== 'done' && this.current.kind !== 'cancelled') return;
    const { kind, files, races } = this.current;
    const found = races === 0 ? 'no races' : count(races, 'race');
    const message =
      kind === 'done'
        ? `Interleave has checked ${count(files, 'file')}: ${found}.`
        : `The check was cancelled after ${count(files, 'file')}: ${found} so far.`;
    const answer = await vscode.window.showInformationMessage(
      message,
      ...(races > 0 ? ['Show Problems'] : []),
    );
    if (answer !== undefined) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

let questions = 0;

const PORTION = new ProgressType<WorkspaceDiagnosticReport>();
