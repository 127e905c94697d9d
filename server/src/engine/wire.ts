/** What the protocol thread and the thread that checks say to each other. Plain data only. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { RaceStep, SharedResource, Certainty } from '../protocol.js';

/** How the worker has to work; it stays so until it is started again. */
export interface Setup {
  /** Paths of the workspace folders. */
  readonly folders: readonly string[];
  readonly isTrusted: boolean;
  readonly level: 'recommended' | 'strict';
  readonly useESLintConfig: boolean;
  /** Configurations that ended a worker while it loaded them. */
  readonly fatalConfigs: readonly string[];
}

export interface WorkerData {
  readonly setup: Setup;
  /** What the threads tell each other while the worker works: at `CANCELLED` and `POLLS`. */
  readonly shared: Int32Array<SharedArrayBuffer>;
}

/** Where the number of a task stands that is to stop. */
export const CANCELLED = 0;

/** Where the worker counts how often it has looked there. */
export const POLLS = 1;

/** A file, with its text where an editor has it open. */
export interface SourceFile {
  readonly uri: string;
  /** Absent for what is not a file. */
  readonly path?: string;
  /** The client's name of the language, for files whose name does not tell. */
  readonly language?: string;
  /** Absent: the text is read from disk. */
  readonly text?: string;
}

export type Task =
  | { readonly kind: 'check'; readonly file: SourceFile }
  | { readonly kind: 'sharedState'; readonly file: SourceFile };

export type Result =
  | { readonly kind: 'check'; readonly checked: CheckedFile }
  | { readonly kind: 'sharedState'; readonly resources: readonly SharedResource[] };

export type ToWorker =
  | { readonly kind: 'task'; readonly id: number; readonly task: Task }
  | { readonly kind: 'modules'; readonly changes: readonly ModuleChange[] };

/** What importing files get to read of a module. */
export interface ModuleChange {
  readonly path: string;
  /** Absent: what is on disk, and that may have changed. */
  readonly text?: string;
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** The workspace's own JavaScript is about to run. */
  | { readonly kind: 'loading'; readonly config: string }
  /** It has run; `files` are what the configuration consists of, `problem` why it cannot be used. */
  | {
      readonly kind: 'loaded';
      readonly config: string;
      readonly files: readonly string[];
      readonly problem?: string;
    };

export interface CheckedFile {
  readonly findings: readonly Finding[];
  readonly unused: readonly UnusedDirective[];
  /** The workspace's ESLint configuration uses the plugin: ESLint reports the same races. */
  readonly isReportedByESLint: boolean;
  /** Paths of the modules whose change can change what was found. */
  readonly dependencies: readonly string[];
  /** Changes with what importing files can see of it, and only then; absent where it does not parse. */
  readonly print?: string;
  /** The text of an open file, when it is first checked, is that on disk. */
  readonly isAsOnDisk?: boolean;
}

/** One race as it is reported. Ranges are those of the text that was checked. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly range: Range;
  /** As configured: 1 is a warning, 2 an error. */
  readonly severity: 1 | 2;
  readonly certainty: Certainty;
  readonly documentation?: string;
  readonly steps: readonly RaceStep[];
  readonly rewrites: readonly Rewrite[];
  readonly disableLine: TextEdit;
  readonly disableFile: TextEdit;
}

export interface Rewrite {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A comment that switches one of the rules off where it reports nothing. */
export interface UnusedDirective {
  readonly message: string;
  readonly range: Range;
  readonly removal?: TextEdit;
}
