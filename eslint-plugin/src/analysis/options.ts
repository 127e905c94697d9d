/** What a caller of the analysis may say. */
export interface AnalysisOptions {
  /** `settings.interleave`, unchecked. */
  readonly settings?: unknown;
  /** The file's name, for what names tell (tests). */
  readonly filename?: string;
  /** Polled between functions: return true to stop with the races found so far. */
  readonly isCancelled?: () => boolean;
}
