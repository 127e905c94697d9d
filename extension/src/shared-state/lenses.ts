/** "n accesses, m unguarded" above the declarations of shared state, where users have asked for it. */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { SELECTOR } from '../client.js';
import { askSharedState } from '../requests.js';
import { hasLenses } from '../settings.js';
import { lensesOf, type Lens } from './lens-model.js';

export class Lenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly registration: vscode.Disposable;

  constructor(private readonly client: LanguageClient) {
    this.registration = vscode.languages.registerCodeLensProvider(SELECTOR, this);
  }

  /** The setting, the server, or what other files do has changed. */
  refresh(): void {
    this.changed.fire();
  }

  async provideCodeLenses(
    { uri }: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens[]> {
    if (!hasLenses(uri) || this.client.state !== State.Running) return [];
    const textDocument = { uri: uri.toString() };
    const { resources } = await askSharedState(this.client, { textDocument }, token);
    return lensesOf(resources).map((lens) => this.toCodeLens(uri, lens));
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  private toCodeLens(uri: vscode.Uri, { line, title, places }: Lens): vscode.CodeLens {
    const start = new vscode.Position(line, 0);
    const locations = places.map((place) => this.client.protocol2CodeConverter.asLocation(place));
    return new vscode.CodeLens(new vscode.Range(start, start), {
      title,
      tooltip: 'Show the accesses',
      command: 'editor.action.showReferences',
      arguments: [uri, start, locations],
    });
  }
}
