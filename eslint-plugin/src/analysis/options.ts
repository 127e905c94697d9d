/** What a caller of the analysis may say. */
export interface AnalysisOptions {
  /** `settings.interleave`, unchecked. */
  readonly settings?: unknown;
  /** The file's name: absolute, the modules it imports are found by it. */
  readonly filename?: string;
  /** What imported modules are parsed with; the plugin's own parser where it is left out. */
  readonly parser?: ModuleParser;
  /** Polled between functions: return true to stop with the races found so far. */
  readonly isCancelled?: () => boolean;
}

/** The part of a parser for ESLint that is used: one of the two is there. */
export interface ModuleParser {
  parseForESLint?(
    text: string,
    options: object,
  ): { readonly ast: unknown; readonly scopeManager?: unknown; readonly visitorKeys?: unknown };
  parse?(text: string, options: object): unknown;
}
