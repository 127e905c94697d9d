/** Checks of open documents: the newest version wins, and what belongs to an older one is never handed on. */
import { randomUUID } from 'node:crypto';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from './engine/engine.js';
import type { Job, Outcome } from './engine/job.js';
import type { CheckedFile } from './engine/wire.js';
import { canonical, pathOf } from './paths.js';

/** A document as it was checked. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  /** Names this state of the text, among all sessions and all times that the document was open. */
  readonly stamp: string;
  readonly checked: CheckedFile;
}

/** `closed`: there is no such document; `stopped`: nothing is checked any more. */
export type Answer =
  | { readonly kind: 'checked'; readonly document: CheckedDocument }
  | { readonly kind: 'closed' }
  | { readonly kind: 'stopped' };

interface Entry {
  document: TextDocument;
  /** Counts the times that documents were opened. */
  readonly opened: number;
  job?: Job;
  answer?: Answer;
  /** Of the last check that was finished. */
  dependencies: readonly string[];
  waiters: ((answer: Answer) => void)[];
}

export class Checks {
  private readonly session = randomUUID();
  private readonly entries = new Map<string, Entry>();
  /** Addresses as the client writes them, by the canonical one. */
  private readonly names = new Map<string, string>();
  private opened = 0;

  constructor(
    private readonly engine: Engine,
    /** Told of every check of a newest version, once. */
    private readonly onChecked: (document: CheckedDocument) => void,
    private readonly onFailed: (uri: string, message: string) => void,
  ) {}

  get openDocuments(): readonly TextDocument[] {
    return [...this.entries.values()].map(({ document }) => document);
  }

  isOpen(uri: string): boolean {
    return this.entries.has(uri);
  }

  /** How the client writes the address of an open document. */
  nameOf(address: string): string | undefined {
    return this.names.get(address);
  }

  /** The canonical addresses of what is open. */
  get openAddresses(): Iterable<string> {
    return this.names.keys();
  }

  document(uri: string): TextDocument | undefined {
    return this.entries.get(uri)?.document;
  }

  /** The state of the text of an open document. */
  stampOf(uri: string): string | undefined {
    const entry = this.entries.get(uri);
    return entry && stamp(this.session, entry);
  }

  open(document: TextDocument): void {
    const entry: Entry = { document, opened: ++this.opened, dependencies: [], waiters: [] };
    this.entries.set(document.uri, entry);
    this.names.set(canonical(document.uri), document.uri);
    this.check(entry, 'open');
  }

  change(document: TextDocument): void {
    const entry = this.entries.get(document.uri);
    if (!entry) return;
    entry.document = document;
    this.check(entry, 'asked');
  }

  close(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    this.names.delete(canonical(uri));
    if (entry.job) this.engine.cancel(entry.job);
    for (const wake of entry.waiters) wake({ kind: 'closed' });
  }

  /** Checks documents again whose text is as it was, but not what it rests on. */
  again(uris: Iterable<string>): void {
    for (const uri of uris) {
      const entry = this.entries.get(uri);
      if (entry) this.check(entry, 'open');
    }
  }

  /** Open documents that import one of these modules, directly or not. */
  dependentsOf(paths: readonly string[]): string[] {
    const changed = new Set(paths);
    return [...this.entries]
      .filter(([, { dependencies }]) => dependencies.some((path) => changed.has(path)))
      .map(([uri]) => uri);
  }

  /** The check of the newest version, as soon as it is there. */
  newest(uri: string): Promise<Answer> {
    const entry = this.entries.get(uri);
    if (!entry) return Promise.resolve({ kind: 'closed' });
    if (entry.answer) return Promise.resolve(entry.answer);
    if (entry.job) this.engine.hasten(entry.job);
    return new Promise((resolve) => entry.waiters.push(resolve));
  }

  /** What is known right now of the newest version. */
  known(uri: string): CheckedDocument | undefined {
    const answer = this.entries.get(uri)?.answer;
    return answer?.kind === 'checked' ? answer.document : undefined;
  }

  private check(entry: Entry, priority: 'asked' | 'open'): void {
    if (entry.job) this.engine.cancel(entry.job);
    delete entry.answer;
    const { uri, languageId: language } = entry.document;
    const path = pathOf(uri);
    const file = { uri, language, text: entry.document.getText(), ...(path !== undefined && { path }) };
    const job = this.engine.run({ kind: 'check', file }, entry.waiters.length > 0 ? 'asked' : priority);
    entry.job = job;
    void job.outcome.then((outcome) => {
      if (entry.job === job && this.entries.get(uri) === entry) this.finish(entry, outcome);
    });
  }

  private finish(entry: Entry, outcome: Outcome): void {
    const answer = this.answerOf(entry, outcome);
    if (!answer) return;
    entry.answer = answer;
    if (answer.kind === 'checked') {
      entry.dependencies = answer.document.checked.dependencies;
      this.onChecked(answer.document);
    }
    for (const wake of entry.waiters.splice(0)) wake(answer);
  }

  private answerOf(entry: Entry, outcome: Outcome): Answer | undefined {
    const { uri, version } = entry.document;
    if (outcome.kind === 'stopped') return { kind: 'stopped' };
    if (outcome.kind === 'cancelled') return undefined;
    if (outcome.kind === 'failed') this.onFailed(uri, outcome.message);
    const checked =
      outcome.kind === 'done' && outcome.result.kind === 'check' ? outcome.result.checked : NOTHING;
    return { kind: 'checked', document: { uri, version, stamp: stamp(this.session, entry), checked } };
  }
}

const NOTHING: CheckedFile = { findings: [], unused: [], isReportedByESLint: false, dependencies: [] };

function stamp(session: string, { opened, document }: Entry): string {
  return `${session}/${opened}/${document.version}`;
}
