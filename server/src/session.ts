/** What lives from `initialize` to `shutdown`: the engine, the open documents, what was reported of them. */
import { readFile } from 'node:fs/promises';
import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { Checks, type CheckedDocument } from './checks.js';
import type { Client } from './capabilities.js';
import { Engine } from './engine/engine.js';
import type { ModuleChange } from './engine/wire.js';
import { WorkspaceDiagnostics } from './features/workspace-diagnostics.js';
import { parseOptions, type Options } from './options.js';
import { StatusNotification, type StatusParams } from './protocol.js';
import { Reports } from './reports.js';
import { pathOf } from './paths.js';
import { watchConfig } from './watched-files.js';

export class Session {
  readonly engine: Engine;
  readonly checks: Checks;
  readonly reports: Reports;
  readonly workspace: WorkspaceDiagnostics;
  /** What configurations consist of, by configuration. */
  readonly configFiles = new Map<string, readonly string[]>();
  /** Of what importing files can see of open modules. */
  private readonly prints = new Map<string, string>();
  private readonly told = new Set<string>();
  private readonly last = new Map<string, { readonly stamp: string; readonly resultId: string }>();
  private status: StatusParams = { health: 'ok', busy: false };
  private isRefreshing = false;
  private readonly watchedConfigs = new Set<string>();

  constructor(
    private readonly connection: Connection,
    readonly client: Client,
    public options: Options,
    public folders: readonly string[],
    /** The program of the thread that checks. */
    worker: URL | undefined,
  ) {
    this.engine = new Engine(this.setup, worker, {
      problem: (message) => {
        this.tell(message);
      },
      config: (config, files) => {
        this.configFiles.set(config, files);
        watchConfig(connection, this, files, this.watchedConfigs).catch(() => undefined);
      },
      died: (message) => {
        connection.console.error(`The thread that checks died. ${message}`);
      },
      stopped: () => {
        void this.offerRestart();
      },
      busy: (busy) => {
        this.say({ ...this.status, busy });
      },
      openModules: () => this.openModules(),
    });
    this.checks = new Checks(
      this.engine,
      (document) => {
        this.onChecked(document);
      },
      (uri, message) => {
        connection.console.error(`${uri} could not be checked: ${message}`);
        this.tell(`Interleave could not check ${uri}: ${message.split('\n', 1)[0] ?? ''}`);
      },
    );
    this.reports = new Reports(() => ({ companion: this.options.companion, related: client.related }));
    this.workspace = new WorkspaceDiagnostics(
      this.engine,
      this.checks,
      this.reports,
      () => this.folders,
      client.watchesFiles,
    );
  }

  /** One after the other, as they are when it is their turn. */
  private *openModules(): Generator<ModuleChange> {
    for (const { uri } of this.checks.openDocuments) {
      const path = pathOf(uri);
      const document = this.checks.document(uri);
      if (path !== undefined && document) yield { path, text: document.getText() };
    }
  }

  close(uri: string): void {
    // Half-typed text was kept from importing files: it is new to them.
    const isSeen = this.checks.known(uri)?.checked.print !== undefined;
    const seen = isSeen ? this.checks.document(uri)?.getText() : undefined;
    this.checks.close(uri);
    this.reports.forget(uri);
    this.last.delete(uri);
    if (!this.client.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.workspace.invalidate([uri]);
    const path = pathOf(uri);
    if (path !== undefined) void this.leaveToDisk(path, seen);
  }

  /** Importing files read what is on disk from now on: that is nothing new to them where it was saved. */
  private async leaveToDisk(path: string, seen: string | undefined): Promise<void> {
    this.engine.changeModules([{ path }]);
    this.prints.delete(path);
    const onDisk = await readFile(path, 'utf8').catch(() => undefined);
    if (onDisk === undefined || onDisk !== seen) this.checkDependents([path]);
  }

  /** What importing files read is on disk, and may have changed. */
  changeOnDisk(paths: readonly string[]): void {
    this.engine.changeModules(paths.map((path) => ({ path })));
    for (const path of paths) this.prints.delete(path);
    this.checkDependents(paths);
  }

  /** Takes over changed options. */
  configure(given: unknown): void {
    const { options, problem } = parseOptions(given, this.options);
    if (problem !== undefined) this.tell(problem);
    if (JSON.stringify(options) === JSON.stringify(this.options)) return;
    this.options = options;
    void this.reload();
  }

  /** Starts the engine anew and checks everything again. */
  async reload(): Promise<void> {
    this.told.clear();
    this.say({ health: 'ok', busy: this.status.busy });
    const restarted = this.engine.reconfigure(this.setup);
    this.checkAgain();
    await restarted;
    this.refresh();
  }

  /** Checks everything again, as everything may have another meaning now. */
  checkAgain(): void {
    this.checks.again(this.checks.openDocuments.map(({ uri }) => uri));
    this.workspace.invalidate('all');
  }

  /** Says something to the user, once. */
  tell(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.show(message, MessageType.Warning);
    this.say({ health: 'warning', busy: this.status.busy, message });
  }

  /** Shows a message that asks nothing. */
  show(message: string, type: MessageType = MessageType.Info): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  private get setup() {
    const { isTrusted, level, useESLintConfig } = this.options;
    return { isTrusted, level, useESLintConfig, folders: this.folders };
  }

  /** Those who import a module are checked again when what they can see of it has changed, and only then. */
  private noteModule({ uri, checked: { print, isAsOnDisk } }: CheckedDocument): void {
    const path = pathOf(uri);
    if (path === undefined || print === undefined || this.prints.get(path) === print) return;
    const isNew = this.prints.has(path) || !isAsOnDisk;
    this.prints.set(path, print);
    if (isNew) this.checkDependents([path]);
  }

  private checkDependents(paths: readonly string[]): void {
    this.checks.again(this.checks.dependentsOf(paths));
    this.workspace.invalidateDependents(paths);
  }

  private onChecked(document: CheckedDocument): void {
    this.noteModule(document);
    const { uri, version, stamp } = document;
    const { resultId, items } = this.reports.ofDocument(document);
    const last = this.last.get(uri);
    if (last?.resultId === resultId) return;
    this.last.set(uri, { stamp, resultId });
    if (!this.client.pulls) void this.connection.sendDiagnostics({ uri, version, diagnostics: items });
    // The client knows when it has changed the text itself.
    else if (last?.stamp === stamp) this.refresh();
    this.workspace.invalidate([uri]);
  }

  /** Asks the client to ask again; once, for all that changes at the same time. */
  private refresh(): void {
    if (!this.client.pulls || !this.client.refreshes || this.isRefreshing) return;
    this.isRefreshing = true;
    setImmediate(() => {
      this.isRefreshing = false;
      void this.connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
    });
  }

  private async offerRestart(): Promise<void> {
    const message = 'Interleave has stopped: the thread that checks has died too often.';
    this.say({ health: 'error', busy: false, message });
    const answer = await this.connection.window
      .showErrorMessage(message, { title: 'Restart' })
      .catch(() => undefined);
    if (answer) await this.reload();
  }

  private say(status: StatusParams): void {
    this.status = status;
    if (this.options.status) void this.connection.sendNotification(StatusNotification, status);
  }
}

export function pathsOfFolders(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}
