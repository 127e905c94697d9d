/** Files that changed on disk: what rests on them is checked again, and nothing else. */
import { basename, dirname, sep } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { canonical, pathOf, uriOf } from './paths.js';
import type { Session } from './session.js';
import { isSourceName, SOURCE_GLOB } from './workspace-files.js';

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

/**
 * A configuration may consist of files that are watched for no other reason: outside of the workspace, or no source.
 * `known`: those that are watched already.
 */
export async function watchConfig(
  connection: Connection,
  { client, folders }: Pick<Session, 'client' | 'folders'>,
  files: readonly string[],
  known: Set<string>,
): Promise<void> {
  const isWithin = (path: string): boolean => folders.some((folder) => path.startsWith(folder + sep));
  const others = files.filter((path) => !known.has(path) && !(isWithin(path) && isSourceName(path)));
  if (!client.watchesFiles || others.length === 0) return;
  for (const path of others) known.add(path);
  const watchers = others.map((path) => ({
    globPattern: client.relativePatterns
      ? { baseUri: uriOf(dirname(path)), pattern: basename(path) }
      : path.replaceAll(sep, '/'),
  }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
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
  const closed = changes.filter(({ uri }) => session.checks.nameOf(canonical(uri)) === undefined);
  session.workspace.invalidate(closed.map(({ uri }) => uri));
  session.changeOnDisk(closed.flatMap(({ uri }) => pathOf(uri) ?? []));
  // What was not there is imported by nobody yet, whatever the text of others says.
  if (changes.some(({ type }) => type !== FileChangeType.Changed)) session.checkAgain();
}

function isWatched(path: string): boolean {
  return !/[\\/](?:node_modules|\.git)[\\/]/u.test(path);
}
