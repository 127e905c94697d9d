/** What a caller of the analysis may say. */
export interface AnalysisOptions {
  /** `settings.interleave`, unchecked. */
  readonly settings?: unknown;
  /** The file's name, for what names tell (tests). */
  readonly filename?: string;
  /** Polled between functions: once it gives true, the analysis ends with `AnalysisCancelled`. */
  readonly isCancelled?: () => boolean;
}

/** Thrown by an analysis that was told to stop. Nothing on its way swallows it, and nothing is kept of the run. */
export class AnalysisCancelled extends Error {
  override readonly name = 'AnalysisCancelled';

  constructor() {
    super('The analysis was cancelled');
  }
}
