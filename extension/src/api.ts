/** What `activate` gives to tests and to other extensions. */
import type { Event } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Explanation } from './explain/view-model.js';
import type { ResourceNode } from './shared-state/tree-model.js';
import type { Health } from './status-text.js';
import type { CheckState } from './workspace-check.js';

/** Something that changes, and says so each time; nobody has to poll it. */
export interface Observable<Value> {
  readonly current: Value;
  readonly onDidChange: Event<Value>;
}

export interface InterleaveApi {
  /** Talks to the language server. It stays the same object when the server is restarted. */
  readonly client: LanguageClient;
  /** Settles when the server has answered for the first time; rejects where it could not be started. */
  readonly whenReady: Promise<void>;
  /** What the status item tells. */
  readonly status: Observable<Health>;
  /** What the view of shared state shows. */
  readonly sharedState: Observable<readonly ResourceNode[]>;
  /** What the panel of a race shows; undefined while there is no panel. */
  readonly explanation: Observable<Explanation | undefined>;
  readonly workspaceCheck: Observable<CheckState>;
}
