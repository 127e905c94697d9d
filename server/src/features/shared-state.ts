/** `interleave/sharedState`: what one file shares, or the whole workspace. */
import type { CancellationToken } from 'vscode-languageserver-protocol';
import type { Checks } from '../checks.js';
import type { Engine } from '../engine/engine.js';
import type { SourceFile } from '../engine/wire.js';
import { pathOf, uriOf } from '../paths.js';
import { identityOf, type SharedAccess, type SharedResource } from '../protocol.js';
import { mapInTurns } from '../turns.js';
import { findSources } from '../workspace-files.js';

export interface SharedStateContext {
  readonly engine: Engine;
  readonly checks: Checks;
  readonly folders: readonly string[];
  readonly token: CancellationToken;
  readonly send?: (resources: readonly SharedResource[]) => void;
}

export async function sharedStateOfFile(uri: string, context: SharedStateContext): Promise<SharedResource[]> {
  return find(uri, 'asked', context);
}

/** Resources outside the process are the same in all files that name them alike. */
export async function sharedStateOfWorkspace(context: SharedStateContext): Promise<SharedResource[]> {
  const { folders, token, checks, send } = context;
  const paths = await findSources(folders, () => token.isCancellationRequested);
  const resources = new Map<string, SharedResource & { readonly accesses: SharedAccess[] }>();
  const addresses = new Set([...checks.openAddresses, ...(await mapInTurns(paths, uriOf))]);
  for (const address of addresses) {
    const uri = checks.nameOf(address) ?? address;
    if (token.isCancellationRequested) break;
    const found = await find(uri, 'background', context);
    if (send && found.length > 0) send(found);
    for (const resource of found) {
      const id = identityOf(resource, uri);
      const known = resources.get(id);
      if (known) known.accesses.push(...resource.accesses);
      else resources.set(id, { ...resource, accesses: [...resource.accesses] });
    }
  }
  return send ? [] : [...resources.values()];
}

async function find(
  uri: string,
  priority: 'asked' | 'background',
  { engine, checks, token }: SharedStateContext,
): Promise<SharedResource[]> {
  const job = engine.run({ kind: 'sharedState', file: fileOf(uri, checks) }, priority);
  const stop = token.onCancellationRequested(() => {
    engine.cancel(job);
  });
  const outcome = await job.outcome;
  stop.dispose();
  return outcome.kind === 'done' && outcome.result.kind === 'sharedState'
    ? [...outcome.result.resources]
    : [];
}

function fileOf(uri: string, checks: Checks): SourceFile {
  const document = checks.document(uri);
  const path = pathOf(uri);
  return {
    uri,
    ...(path !== undefined && { path }),
    ...(document && { language: document.languageId, text: document.getText() }),
  };
}
