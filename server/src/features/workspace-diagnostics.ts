/**
 * `workspace/diagnostic`: every file of the workspace, in portions as they are checked. A request that finds nothing
 * new stays open until something has changed, so that clients need not ask again and again.
 */
import type {
  CancellationToken,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Checks } from '../checks.js';
import type { Engine } from '../engine/engine.js';
import { canonical, pathOf, uriOf } from '../paths.js';
import type { Report, Reports } from '../reports.js';
import { inTurns, mapInTurns, nextTurn } from '../turns.js';
import { findSources } from '../workspace-files.js';

/** So many files that have changed make a portion, or so many diagnostics: writing them takes time. */
const PORTION = { files: 25, diagnostics: 100 };

/** So many files are gone through before the client is told how far it is, and has its turn. */
const STRETCH = 25;

export interface WorkspaceRequest {
  /** What the client has, by document. */
  readonly previous: ReadonlyMap<string, string>;
  readonly token: CancellationToken;
  readonly progress: WorkDoneProgressReporter;
  /** Takes portions; absent where the client wants all in one answer. */
  readonly send?: (portion: WorkspaceDiagnosticReportPartialResult) => void;
}

/** What the client has of a document, and how it writes its address. */
interface Sent {
  readonly uri: string;
  readonly resultId: string;
}

/** Documents are known by their canonical address here. */
export class WorkspaceDiagnostics {
  /** Checks that still hold. */
  private readonly valid = new Map<
    string,
    { readonly report: Report; readonly dependencies: readonly string[] }
  >();
  private changes = 0;
  private wakeUp: (() => void)[] = [];
  private sources: readonly string[] | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly checks: Checks,
    private readonly reports: Reports,
    private readonly folders: () => readonly string[],
    /** The client tells of files that come and go. */
    private readonly isTold: boolean,
  ) {}

  /** Something has changed: these files, or whatever they all rest on. */
  invalidate(uris: Iterable<string> | 'all'): void {
    this.changes++;
    if (uris === 'all') this.valid.clear();
    else for (const uri of uris) this.valid.delete(canonical(uri));
    if (uris === 'all') this.sources = undefined;
    for (const wake of this.wakeUp.splice(0)) wake();
  }

  /** Modules have changed: files that are not open and import them have to be checked again. */
  invalidateDependents(paths: readonly string[]): void {
    const changed = new Set(paths);
    const dependents = [...this.valid].filter(([, { dependencies }]) =>
      dependencies.some((path) => changed.has(path)),
    );
    if (dependents.length > 0) this.invalidate(dependents.map(([uri]) => uri));
  }

  /** What the client does not have yet; empty where it has everything and gave up waiting. */
  async answer({
    previous,
    token,
    progress,
    send,
  }: WorkspaceRequest): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const sent = new Map<string, Sent>();
    await inTurns(previous, ([uri, resultId]) => sent.set(canonical(uri), { uri, resultId }));
    progress.begin('Checking for races', 0, undefined, true);
    const answer: WorkspaceDocumentDiagnosticReport[] = [];
    for (;;) {
      const seen = this.changes;
      const portions = await this.checkAll(sent, token, progress, send);
      answer.push(...portions.items);
      // Who knows nothing yet is answered at once, also where there is nothing.
      if (portions.count > 0 || previous.size === 0 || isCancelled(token)) break;
      progress.report('Up to date');
      if (seen === this.changes) await this.change(token);
      if (isCancelled(token)) break;
    }
    progress.done();
    return send ? [] : answer;
  }

  private async checkAll(
    sent: Map<string, Sent>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    send: WorkspaceRequest['send'],
  ): Promise<{ count: number; items: WorkspaceDocumentDiagnosticReport[] }> {
    const addresses = await this.files(token);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let pending: WorkspaceDocumentDiagnosticReport[] = [];
    let [count, diagnostics] = [0, 0];
    const flush = (): void => {
      if (pending.length === 0) return;
      count += pending.length;
      if (send) send({ items: pending });
      else items.push(...pending);
      [pending, diagnostics] = [[], 0];
    };
    const add = (report: WorkspaceDocumentDiagnosticReport): void => {
      pending.push(report);
      if (report.kind === 'full') diagnostics += report.items.length;
      if (pending.length >= PORTION.files || diagnostics >= PORTION.diagnostics) flush();
    };
    for (const [index, address] of addresses.entries()) {
      const report = await this.reportOf(address, token);
      if (isCancelled(token)) break;
      const before = sent.get(address);
      if (report && before?.resultId !== report.resultId) {
        const { version, resultId, items } = report;
        const uri = before?.uri ?? report.uri;
        sent.set(address, { uri, resultId });
        add({ kind: 'full', uri, version, resultId, items });
      }
      if ((index + 1) % STRETCH === 0) {
        flush();
        await nextTurn();
        const share = Math.round((index / addresses.length) * 100);
        progress.report(share, `${index + 1} of ${addresses.length} files`);
      }
    }
    if (!isCancelled(token)) {
      const present = new Set(addresses);
      for (const [address, { uri }] of sent) {
        if (present.has(address)) continue;
        sent.delete(address);
        add(this.gone(uri, address));
      }
    }
    flush();
    return { count, items };
  }

  private async files(token: CancellationToken): Promise<string[]> {
    const { changes } = this;
    const found =
      this.sources ??
      (await mapInTurns(await findSources(this.folders(), () => token.isCancellationRequested), uriOf));
    if (this.isTold && changes === this.changes && !isCancelled(token)) this.sources = found;
    return [...new Set([...this.checks.openAddresses, ...found])];
  }

  private async reportOf(uri: string, token: CancellationToken): Promise<Report | undefined> {
    const open = this.checks.nameOf(uri);
    if (open !== undefined) {
      const answer = await this.checks.newest(open);
      return answer.kind === 'checked' ? this.reports.ofDocument(answer.document) : undefined;
    }
    const known = this.valid.get(uri);
    if (known) return known.report;
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const seen = this.changes;
    const job = this.engine.run({ kind: 'check', file: { uri, path } }, 'background');
    const stop = token.onCancellationRequested(() => {
      this.engine.cancel(job);
    });
    const outcome = await job.outcome;
    stop.dispose();
    if (outcome.kind !== 'done' || outcome.result.kind !== 'check') return undefined;
    const { checked } = outcome.result;
    const report = this.reports.ofFile(uri, checked);
    if (seen === this.changes) this.valid.set(uri, { report, dependencies: checked.dependencies });
    return report;
  }

  /** A file that the client was told of, and that is no more. */
  private gone(uri: string, address: string): WorkspaceDocumentDiagnosticReport {
    this.reports.forget(address);
    return { kind: 'full', uri, version: null, items: [] };
  }

  private change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const stop = token.onCancellationRequested(() => {
        resolve();
      });
      this.wakeUp.push(() => {
        stop.dispose();
        resolve();
      });
    });
  }
}

/** Asked anew each time: it changes while one waits. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}
