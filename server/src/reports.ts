/** Checks as clients get them: with an id that changes when, and only when, the diagnostics do. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
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

interface KnownReport extends Report {
  readonly stamp: string | null;
  /** What it was made from; of a file that is not open it is not kept. */
  readonly checked?: CheckedFile;
}

export class Reports {
  /** Ids of another session mean nothing here. */
  private readonly session = randomUUID();
  private count = 0;
  private readonly known = new Map<string, KnownReport>();

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

  private make(uri: string, version: number | null, stamp: string | null, checked: CheckedFile): Report {
    const before = this.known.get(uri);
    if (before && before.checked === checked) return before;
    const items = toDiagnostics(uri, checked, stamp, this.options());
    // The data of diagnostics names the state of the text: those of another state are others.
    if (before?.stamp === stamp && isDeepStrictEqual(before.items, items)) return before;
    const report = {
      uri,
      version,
      resultId: `${this.session}/${++this.count}`,
      items,
      stamp,
      ...(stamp !== null && { checked }),
    };
    this.known.set(uri, report);
    return report;
  }
}
