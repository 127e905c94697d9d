/** Files that changed on disk: what rests on them is checked again, and nothing else. */
import { basename } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { pathOf } from './paths.js';
import type { Session } from './session.js';
import { SOURCE_GLOB } from './workspace-files.js';

/** Tells what imports mean, so that everything rests on it. */
const RESOLUTION = /^(?:package\.json|[jt]sconfig(?:\..+)?\.json)$/u;
const CONFIG = /^eslint\.config\.[mc]?[jt]s$/u;

export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: SOURCE_GLOB },
      { globPattern: '**/{package,tsconfig,tsconfig.*,jsconfig}.json' },
    ],
  });
}

export function onWatchedFiles(session: Session, changes: readonly FileEvent[]): void {
  const paths = changes.flatMap(({ uri }) => pathOf(uri) ?? []).filter(isWatched);
  if (paths.length === 0) return;
  const modules = new Set([...session.configFiles.values()].flat());
  const configs = paths.filter((path) => CONFIG.test(basename(path)));
  if (configs.length > 0 || paths.some((path) => modules.has(path) || RESOLUTION.test(basename(path)))) {
    session.engine.forgive(configs.length > 0 ? configs : session.configFiles.keys());
    void session.reload();
    return;
  }
  const closed = changes.filter(({ uri }) => !session.checks.isOpen(uri));
  session.workspace.invalidate(closed.map(({ uri }) => uri));
  session.changeOnDisk(closed.flatMap(({ uri }) => pathOf(uri) ?? []));
  // What was not there is imported by nobody yet, whatever the text of others says.
  if (changes.some(({ type }) => type !== FileChangeType.Changed)) session.checkAgain();
}

function isWatched(path: string): boolean {
  return !/[\\/](?:node_modules|\.git)[\\/]/u.test(path);
}
