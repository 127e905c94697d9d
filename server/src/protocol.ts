/**
 * What the server says beyond the Language Server Protocol: requests, a notification, commands and options, as
 * clients send and receive them. Clients import it as `interleave-language-server/protocol`.
 */
import {
  ProtocolNotificationType,
  ProtocolRequestType,
  type Location,
  type PartialResultParams,
  type Position,
  type Range,
  type TextDocumentIdentifier,
  type WorkDoneProgressParams,
} from 'vscode-languageserver-protocol';

export type Certainty = 'possible' | 'likely' | 'certain';

/** One step of the interleaving that loses data, in time order. */
export interface RaceStep {
  readonly execution: 'A' | 'B';
  readonly action: 'read' | 'suspend' | 'write';
  readonly location: Location;
  /** What happens, in one short clause, e.g. "reads `hits`". */
  readonly text: string;
  /** The value read or written, where it is known. */
  readonly value?: string;
  /** True on the write that destroys the other execution's update. */
  readonly loses?: boolean;
}

export interface RaceReport {
  /** As in ESLint's messages, e.g. `interleave/no-get-then-set`. */
  readonly rule: string;
  readonly message: string;
  readonly certainty: Certainty;
  /** Where it is reported. */
  readonly location: Location;
  readonly steps: readonly RaceStep[];
  /** The page of the rule. */
  readonly documentation?: string;
}

export interface WitnessParams extends WorkDoneProgressParams {
  readonly textDocument: TextDocumentIdentifier;
  /** A place at either end of a race, or at any step between. Without it: every race of the file. */
  readonly position?: Position;
}

export interface WitnessResult {
  /** The version of the document that the ranges belong to. */
  readonly version: number | null;
  readonly races: readonly RaceReport[];
}

/** The races at a place, each with the interleaving that loses data. */
export const WitnessRequest = new ProtocolRequestType<WitnessParams, WitnessResult, never, void, void>(
  'interleave/witness',
);

export interface SharedAccess {
  readonly operation: 'read' | 'check' | 'write' | 'delete' | 'atomic' | 'conditional';
  /** The method as written, e.g. `hSet`. */
  readonly method: string;
  readonly location: Location;
  /** `partial`: what it holds excludes some of those who can reach the resource, e.g. this process only. */
  readonly guarded: 'none' | 'partial' | 'full';
  readonly guards: readonly {
    readonly kind: 'lock' | 'watch' | 'queue';
    readonly on: string;
    readonly range: Range;
  }[];
}

/** What is shared: one key of one store, or one variable or field, with every place that accesses it. */
export interface SharedResource {
  /** The store's name, e.g. `ioredis`, `memory`. */
  readonly store: string;
  readonly scope: 'process' | 'host' | 'distributed';
  /** Source-like text of the object it is reached by, e.g. `redis`. */
  readonly receiver: string;
  readonly key: string;
  /** The hash field or entry, where only a part of the value is accessed. */
  readonly field?: string;
  /** Where the variable is declared, or the field is given its first value, that it is reached by. */
  readonly declaration?: Location;
  readonly accesses: readonly SharedAccess[];
}

export interface SharedStateParams extends WorkDoneProgressParams, PartialResultParams {
  /** Without it: the whole workspace. */
  readonly textDocument?: TextDocumentIdentifier;
}

export interface SharedStateResult {
  readonly resources: readonly SharedResource[];
}

/** What a file, or the workspace, shares between executions. */
export const SharedStateRequest = new ProtocolRequestType<
  SharedStateParams,
  SharedStateResult,
  never,
  void,
  void
>('interleave/sharedState');

export interface StatusParams {
  /** `error`: nothing is checked any more until the server is restarted. */
  readonly health: 'ok' | 'warning' | 'error';
  readonly busy: boolean;
  readonly message?: string;
}

/** How the server is. Sent only where `ServerOptions.status` asks for it. */
export const StatusNotification = new ProtocolNotificationType<StatusParams, void>('interleave/status');

/** Commands that the server carries out (`workspace/executeCommand`). */
export const ServerCommand = {
  /** Ends the thread that checks, and starts a new one. */
  restart: 'interleave.server.restart',
  /** Shows a rule's page; takes its address. */
  openDocumentation: 'interleave.server.openDocumentation',
  /** Tells how a race goes wrong; takes `ExplainArguments`. */
  explain: 'interleave.server.explain',
} as const;

/** What the command of "Explain this race" gets, the server's own and a client's (`ServerOptions.explainCommand`). */
export interface ExplainArguments {
  readonly uri: string;
  readonly position: Position;
}

/** `initializationOptions`; and `settings.interleave` of `workspace/didChangeConfiguration`, for a change. */
export interface ServerOptions {
  /** False: no JavaScript of the workspace is loaded or run. Default: true. */
  readonly isTrusted?: boolean;
  /** Which races are reported where no ESLint configuration says it. Default: `recommended`. */
  readonly level?: 'recommended' | 'strict';
  /** Follow the workspace's flat ESLint configuration where it uses the plugin. Default: true. */
  readonly useESLintConfig?: boolean;
  /** Where ESLint's own extension reports the races already, report only hints at their steps. Default: false. */
  readonly companion?: boolean;
  /** Offer to check the whole workspace; clients then ask for it by themselves. Default: false. */
  readonly workspaceDiagnostics?: boolean;
  /** A command of the client that explains a race, in place of the server's own. */
  readonly explainCommand?: string;
  /** Send `interleave/status`. Default: false. */
  readonly status?: boolean;
}
