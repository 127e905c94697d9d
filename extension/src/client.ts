/** The client of the language server: which documents it speaks of, and what becomes of a server that dies. */
import * as vscode from 'vscode';
import {
  CloseAction,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type ErrorHandler,
  type Middleware,
} from 'vscode-languageclient/node';
import { CrashGuard } from './crash-guard.js';
import { Rerun } from './rerun.js';
import { isEnabled, serverOptions } from './settings.js';

/** Vue's files are checked where the workspace's configuration has a parser for them. */
const LANGUAGES = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue'];

/** Not what shows a text without being one: a side of a comparison, a chat's proposal, output. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

export const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

export interface ClientEvents {
  /** A document was checked, and the answer took so many milliseconds. */
  readonly checked: (uri: vscode.Uri, took: number) => void;
  readonly died: (willRestart: boolean) => void;
}

export class Server {
  readonly client: LanguageClient;
  private readonly guard = new CrashGuard();
  private readonly restarts = new Rerun(() => this.startAnew());
  private sent = '';

  constructor(
    module: string,
    readonly output: vscode.LogOutputChannel,
    private readonly events: ClientEvents,
  ) {
    this.client = new LanguageClient(
      'interleave',
      'Interleave',
      { module, transport: TransportKind.ipc },
      {
        documentSelector: SELECTOR,
        outputChannel: output,
        initializationOptions: () => this.noteOptions(),
        errorHandler: this.errorHandler(),
        middleware: middlewareFor(events),
        markdown: { isTrusted: false },
      },
    );
  }

  start(): Promise<void> {
    return this.client.start();
  }

  /** Ends the server and starts another. Asked again meanwhile, it does so once more. */
  restart(): Promise<void> {
    return this.restarts.ask();
  }

  /** Tells the server what has changed of its options, if anything has. */
  async configure(): Promise<void> {
    if (this.client.state !== State.Running) return;
    const before = this.sent;
    const interleave = this.noteOptions();
    if (before === this.sent) return;
    await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings: { interleave } });
  }

  /** Asks for all diagnostics again: what holds for a document has changed on this side. */
  checkAgain(): void {
    const feature = this.client.getFeature(DocumentDiagnosticRequest.method);
    for (const document of vscode.workspace.textDocuments)
      feature.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  }

  private noteOptions(): object {
    const options = serverOptions();
    this.sent = JSON.stringify(options);
    return options;
  }

  private async startAnew(): Promise<void> {
    this.guard.forgive();
    // One that is down already, or was never up, has nothing to stop.
    if (this.client.needsStop()) await this.client.stop().catch(() => undefined);
    await this.client.start();
  }

  private errorHandler(): ErrorHandler {
    return {
      error: (_error, _message, count = 0) => ({
        action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        const mayRestart = this.guard.mayRestart();
        this.events.died(mayRestart);
        if (!mayRestart) void this.offerRestart();
        return { action: mayRestart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  private async offerRestart(): Promise<void> {
    const message = 'Interleave has stopped: its server has ended unexpectedly several times.';
    const answer = await vscode.window.showErrorMessage(message, 'Restart', 'Show Output');
    if (answer === 'Restart') await this.restart();
    if (answer === 'Show Output') this.output.show();
  }
}

function middlewareFor({ checked }: ClientEvents): Middleware {
  return {
    async provideDiagnostics(document, previousResultId, token, next) {
      const uri = document instanceof vscode.Uri ? document : document.uri;
      if (!isEnabled(uri)) return undefined;
      const asked = performance.now();
      const report = await next(document, previousResultId, token);
      checked(uri, performance.now() - asked);
      return report;
    },
    provideHover: (document, position, token, next) =>
      isEnabled(document.uri) ? next(document, position, token) : undefined,
  };
}
