/** What documents share, asked of the server as they change: one question at a time, the newest text last. */
import * as vscode from 'vscode';
import type { SharedResource } from 'interleave-language-server/protocol';
import { ProgressType, State, type LanguageClient } from 'vscode-languageclient/node';
import { SELECTOR } from '../client.js';
import { Subject } from '../observable.js';
import { askSharedState } from '../requests.js';
import { Rerun } from '../rerun.js';

export type Scope = 'file' | 'workspace';

export interface SharedStateOf {
  readonly scope: Scope;
  /** The document, or undefined where none is in front or the whole workspace is meant. */
  readonly uri: string | undefined;
  /** By the address of the file. */
  readonly resources: ReadonlyMap<string, readonly SharedResource[]>;
}

const NOTHING: SharedStateOf = { scope: 'file', uri: undefined, resources: new Map() };

export class SharedStateSource extends Subject<SharedStateOf> {
  private scope: Scope = 'file';
  private document: vscode.TextDocument | undefined;
  /** Documents whose text has changed since they were asked for. */
  private readonly edited = new Set<string>();
  private isWanted = false;
  private readonly refresh = new Rerun(() => this.ask());
  private readonly listeners: readonly { dispose(): unknown }[];

  constructor(private readonly client: LanguageClient) {
    super(NOTHING);
    const look = (): void => {
      this.look();
    };
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.note(document.uri);
      }),
      // What a module that is imported does shows in the diagnostics of those who import it.
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.note(uri);
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.again();
      }),
    ];
  }

  /** Whether anybody looks: nothing is asked where nobody does. */
  want(isWanted: boolean): void {
    this.isWanted = isWanted;
    if (isWanted) this.look();
  }

  /** Shows the document in front, or the whole workspace. */
  setScope(scope: Scope): Promise<void> {
    this.scope = scope;
    this.edited.clear();
    return this.refresh.ask();
  }

  override dispose(): void {
    super.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private look(): void {
    const editor = vscode.window.activeTextEditor;
    // Where a view or the output is in front, the document behind it stays.
    const isOurs = editor && vscode.languages.match(SELECTOR, editor.document) > 0;
    if (isOurs) this.document = editor.document;
    else if (this.document?.isClosed || vscode.window.visibleTextEditors.length === 0)
      this.document = undefined;
    if (this.current.scope === 'workspace' && this.scope === 'workspace') return;
    if (this.current.uri !== this.document?.uri.toString() || !this.document) this.again();
  }

  private note(uri: vscode.Uri): void {
    const address = uri.toString();
    const isShown = this.scope === 'workspace' ? isOpen(address) : address === this.document?.uri.toString();
    if (!isShown) return;
    this.edited.add(address);
    this.again();
  }

  private again(): void {
    if (!this.isWanted) return;
    this.refresh.ask().catch((error: unknown) => {
      // The next change asks anew.
      this.client.error('What is shared could not be found out.', error, false);
    });
  }

  private async ask(): Promise<void> {
    if (this.client.state !== State.Running) return;
    const { scope, document } = this;
    if (scope === 'workspace') await this.askWorkspace();
    else if (document) await this.askFile(document);
    else this.set(NOTHING);
  }

  private async askFile(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const resources = await this.resourcesOf(uri);
    if (this.scope === 'file' && this.document === document)
      this.set({ scope: 'file', uri, resources: new Map([[uri, resources]]) });
  }

  private async askWorkspace(): Promise<void> {
    if (this.current.scope === 'workspace' && this.edited.size > 0) {
      const changed = [...this.edited];
      this.edited.clear();
      const resources = new Map(this.current.resources);
      for (const uri of changed) resources.set(uri, await this.resourcesOf(uri));
      this.set({ ...this.current, resources });
      return;
    }
    this.edited.clear();
    const options = { location: { viewId: 'interleave.sharedState' } };
    await vscode.window.withProgress(options, () => this.collect());
  }

  /** File by file, as the server finds them. */
  private async collect(): Promise<void> {
    const found = new Map<string, readonly SharedResource[]>();
    const partialResultToken = `interleave-shared-${++tokens}`;
    const type = new ProgressType<{ readonly resources: readonly SharedResource[] }>();
    const listener = this.client.onProgress(type, partialResultToken, ({ resources }) => {
      const uri = resources[0]?.accesses[0]?.location.uri;
      if (uri === undefined) return;
      found.set(uri, resources);
      if (this.scope === 'workspace')
        this.set({ scope: 'workspace', uri: undefined, resources: new Map(found) });
    });
    try {
      await askSharedState(this.client, { partialResultToken });
      if (this.scope === 'workspace') this.set({ scope: 'workspace', uri: undefined, resources: found });
    } finally {
      listener.dispose();
    }
  }

  private async resourcesOf(uri: string): Promise<readonly SharedResource[]> {
    const { resources } = await askSharedState(this.client, { textDocument: { uri } });
    return resources;
  }
}

let tokens = 0;

function isOpen(address: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === address && vscode.languages.match(SELECTOR, document) > 0,
  );
}
