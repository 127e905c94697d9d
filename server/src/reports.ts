/** Checks as clients get them: with an id that changes when, and only when, the diagnostics do. */
import { randomUUID } from 'node:crypto';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { CheckedDocument } from './checks.js';
import type { CheckedFile } from './engine/wire.js';
import { toDiagnostics, type DiagnosticOptions } from './features/diagnostics.js';

export interface Report {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export class Reports {
  /** Ids of another session mean nothing here. */
  private readonly session = randomUUID();
  private count = 0;
  private readonly known = new Map<string, Report & { readonly print: string }>();

  constructor(private readonly options: () => DiagnosticOptions) {}

  ofDocument({ uri, version, stamp, checked }: CheckedDocument): Report {
    return this.make(uri, version, stamp, checked);
  }

  ofFile(uri: string, checked: CheckedFile): Report {
    return this.make(uri, null, null, checked);
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  /** The data of diagnostics names the state of the text: the same print is the same answer in every respect. */
  private make(uri: string, version: number | null, stamp: string | null, checked: CheckedFile): Report {
    const items = toDiagnostics(uri, checked, stamp, this.options());
    const print = JSON.stringify([stamp, items]);
    const before = this.known.get(uri);
    if (before?.print === print) return before;
    const report = { uri, version, resultId: `${this.session}/${++this.count}`, items, print };
    this.known.set(uri, report);
    return report;
  }
}
