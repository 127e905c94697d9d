/** The panel that explains a race: follows the code while it is edited, and says so when the race is gone. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ExplainArguments, RaceReport } from 'interleave-language-server/protocol';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Subject } from '../observable.js';
import { askWitness } from '../requests.js';
import { Rerun } from '../rerun.js';
import { reveal } from '../reveal.js';
import { isFromPage, type FromPage, type ToPage } from './messages.js';
import { makePage } from './page.js';
import { shift, toRaceView, type Explanation } from './view-model.js';

export const VIEW_TYPE = 'interleave.explainRace';

export class ExplainPanel extends Subject<Explanation | undefined> {
  private panel: vscode.WebviewPanel | undefined;
  private place: ExplainArguments | undefined;
  private races: readonly RaceReport[] = [];
  private readonly refresh = new Rerun(() => this.askServer());
  private readonly listeners: readonly { dispose(): unknown }[];

  constructor(
    private readonly client: LanguageClient,
    private readonly extensionUri: vscode.Uri,
  ) {
    super(undefined);
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
      }),
    ];
  }

  /** Shows the races at a place, beside the code. */
  async show(place: ExplainArguments): Promise<void> {
    this.place = place;
    this.races = [];
    this.panel ??= this.open();
    this.panel.reveal(undefined, true);
    await this.refresh.ask();
  }

  /** Looks again: what is known of the code may have changed without the code. */
  async update(): Promise<void> {
    if (this.panel && this.place) await this.refresh.ask();
  }

  override dispose(): void {
    super.dispose();
    this.panel?.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private open(): vscode.WebviewPanel {
    const folders = ['dist', 'media'].map((name) => vscode.Uri.joinPath(this.extensionUri, name));
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      'Explain Race',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: folders },
    );
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media/icon.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPage(message)) void this.answer(message);
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.place = undefined;
      this.set(undefined);
    });
    const at = (...path: string[]) =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, ...path)).toString();
    panel.webview.html = makePage({
      script: at('dist', 'explain.js'),
      style: at('media', 'explain.css'),
      source: panel.webview.cspSource,
      nonce: randomBytes(16).toString('base64'),
    });
    return panel;
  }

  /** The place moves with the text around it. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { place } = this;
    if (!place || document.uri.toString() !== place.uri || contentChanges.length === 0) return;
    const position = contentChanges.reduce((moved, change) => shift(moved, change), place.position);
    this.place = { ...place, position };
    if (this.current) this.draw({ ...this.current, state: 'checking' });
    void this.refresh.ask();
  }

  private async askServer(): Promise<void> {
    const { place } = this;
    if (!place) return;
    const document = await openDocument(place.uri);
    if (!document) {
      this.keep('closed', place.uri);
      return;
    }
    const { uri, position } = place;
    const { version, races } = await askWitness(this.client, {
      textDocument: { uri },
      position,
    });
    // Edited or pointed elsewhere meanwhile: the question that follows has the answer.
    if (this.place !== place || (version !== null && version !== document.version)) return;
    const same = races.filter(({ rule }) => this.races.some((known) => known.rule === rule));
    const found = same.length > 0 ? same : races;
    if (found.length === 0) {
      this.keep('gone', uri);
      return;
    }
    this.races = found;
    const sources = { nameOf, lineAt: (_: string, line: number) => lineAt(document, line) };
    this.draw({ file: nameOf(uri), state: 'current', races: found.map((race) => toRaceView(race, sources)) });
  }

  /** What was last known stays in sight. */
  private keep(state: 'gone' | 'closed', uri: string): void {
    this.draw({ file: nameOf(uri), state, races: this.current?.races ?? [] });
  }

  private draw(explanation: Explanation): void {
    if (!this.panel) return;
    this.panel.title = `Race in ${explanation.file}`;
    this.set(explanation);
    const message: ToPage = { kind: 'show', explanation };
    void this.panel.webview.postMessage(message);
  }

  private async answer(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      if (this.current) this.draw(this.current);
      return;
    }
    const race = this.races[message.race];
    if (!race) return;
    switch (message.kind) {
      case 'reveal': {
        const step = race.steps[message.step];
        if (step) await reveal(step.location);
        return;
      }
      case 'fix':
        await reveal({ ...race.location, range: { ...race.location.range, end: race.location.range.start } });
        await vscode.commands.executeCommand('editor.action.quickFix');
        return;
      case 'document':
        await vscode.commands.executeCommand('interleave.openDocumentation', race.documentation);
    }
  }
}

async function openDocument(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    // Deleted, or a text that was never saved and is closed.
    return undefined;
  }
}

function nameOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true), false);
}

function lineAt(document: vscode.TextDocument, line: number): string | undefined {
  return line < document.lineCount ? document.lineAt(line).text : undefined;
}
