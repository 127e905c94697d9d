/** The language server: what comes over the connection, and who answers it. */
import { createRequire } from 'node:module';
import {
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type ExecuteCommandParams,
  type InitializeParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { z } from 'zod';
import { clientOf, offer } from './capabilities.js';
import type { CheckedDocument } from './checks.js';
import { codeActionsFor } from './features/code-actions.js';
import { hoverAt, racesAt } from './features/races.js';
import { sharedStateOfFile, sharedStateOfWorkspace } from './features/shared-state.js';
import { tellRace } from './features/words.js';
import { parseOptions } from './options.js';
import { pathOf } from './paths.js';
import { ServerCommand, SharedStateRequest, WitnessRequest } from './protocol.js';
import { pathsOfFolders, Session } from './session.js';
import { onWatchedFiles, watchFiles } from './watched-files.js';

export interface StartOptions {
  /** The program of the thread that checks, where a bundle has it elsewhere than beside this one as `worker.js`. */
  readonly worker?: URL;
}

/** Serves a connection until it ends. */
export function startServer(connection: Connection, { worker }: StartOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;

  connection.onInitialize((params) => {
    const client = clientOf(params.capabilities);
    const { options, problem } = parseOptions(params.initializationOptions);
    const folders = pathsOfFolders(foldersOf(params));
    session = new Session(connection, client, options, folders, worker);
    if (problem !== undefined) session.tell(problem);
    return offer(client, options, readVersion());
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client } = session;
    if (client.watchesFiles) watchFiles(connection).catch(noteRefusal);
    if (client.changesFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        if (!session) return;
        const gone = new Set(removed.flatMap(({ uri }) => pathOf(uri) ?? []));
        const kept = session.folders.filter((folder) => !gone.has(folder));
        session.folders = [...new Set([...kept, ...pathsOfFolders(added.map(({ uri }) => uri))])];
        void session.reload();
      });
  });

  const noteRefusal = (error: unknown): void => {
    connection.console.warn(`The client does not watch files: ${String(error)}`);
  };
  serveDocuments(documents, () => session);
  documents.listen(connection);
  connection.onDidChangeConfiguration(({ settings }: { settings?: unknown }) => {
    const own = z.object({ interleave: z.unknown() }).safeParse(settings).data?.interleave;
    if (own !== undefined) session?.configure(own);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (session) onWatchedFiles(session, changes);
  });
  connection.onShutdown(() => session?.engine.close());
  serveRequests(connection, () => {
    if (!session) throw new ResponseError(LSPErrorCodes.RequestFailed, 'The server is not initialised');
    return session;
  });
}

/** Clients from before workspace folders name one root. */
const oldRoot = z.object({ rootUri: z.string() });

function foldersOf({ workspaceFolders, ...others }: InitializeParams): string[] {
  const root = oldRoot.safeParse(others).data?.rootUri;
  return workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
}

function serveDocuments(documents: TextDocuments<TextDocument>, current: () => Session | undefined): void {
  let opening: TextDocument | undefined;
  documents.onDidOpen(({ document }) => {
    opening = document;
    const session = current();
    if (session?.checks.isOpen(document.uri)) session.close(document.uri);
    session?.checks.open(document);
  });
  documents.onDidChangeContent(({ document }) => {
    // Opening is told as a change, too.
    if (document !== opening) current()?.checks.change(document);
    opening = undefined;
  });
  documents.onDidClose(({ document }) => current()?.close(document.uri));
}

function serveRequests(connection: Connection, current: () => Session): void {
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const { reports } = current();
    const document = await newest(current(), uri, token);
    if (!document) return { kind: 'full', items: [] };
    const { resultId, items } = reports.ofDocument(document);
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items };
  });
  connection.languages.diagnostics.onWorkspace(async (params, token, progress, partial) => {
    const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    const send =
      partial &&
      ((portion: Parameters<typeof partial.report>[0]) => {
        partial.report(portion);
      });
    const items = await current().workspace.answer({ previous, token, progress, ...(send && { send }) });
    refuseCancelled(token);
    return { items };
  });
  connection.onCodeAction((params) => {
    const session = current();
    const { checks, client, options } = session;
    const { actions, refused } = codeActionsFor(params, {
      stampOf: (uri) => checks.stampOf(uri),
      versionOf: (uri) => checks.document(uri)?.version,
      explainCommand: options.explainCommand ?? ServerCommand.explain,
      documentChanges: client.documentChanges,
      disabled: client.disabledActions,
    });
    if (refused !== undefined) session.show(refused);
    return actions;
  });
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const document = await newest(current(), uri, token);
    return document ? (hoverAt(uri, document.checked, position, current().client.hover) ?? null) : null;
  });
  connection.onRequest(WitnessRequest, async ({ textDocument: { uri }, position }, token) => {
    const document = await newest(current(), uri, token);
    if (!document) return { version: null, races: [] };
    return { version: document.version, races: racesAt(uri, document.checked, position) };
  });
  connection.onRequest(SharedStateRequest, async ({ textDocument, partialResultToken }, token) => {
    const { engine, checks, folders } = current();
    const send =
      partialResultToken === undefined
        ? undefined
        : (resources: unknown): void => {
            void connection.sendNotification('$/progress', {
              token: partialResultToken,
              value: { resources },
            });
          };
    const context = { engine, checks, folders, token, ...(send && { send }) };
    const resources = textDocument
      ? await sharedStateOfFile(textDocument.uri, context)
      : await sharedStateOfWorkspace(context);
    refuseCancelled(token);
    return { resources };
  });
  connection.onExecuteCommand((params) => execute(connection, current(), params));
}

/** The check of a document's newest version; undefined for one that is not open. */
async function newest(
  { checks }: Session,
  uri: string,
  token: CancellationToken,
): Promise<CheckedDocument | undefined> {
  // A token that was cancelled before it got here tells nobody any more.
  refuseCancelled(token);
  const cancelled = new Promise<'cancelled'>((resolve) => {
    token.onCancellationRequested(() => {
      resolve('cancelled');
    });
  });
  const answer = await Promise.race([checks.newest(uri), cancelled]);
  if (answer === 'cancelled') throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
  if (answer.kind === 'stopped') {
    const data = { retriggerRequest: false };
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Interleave has stopped', data);
  }
  return answer.kind === 'checked' ? answer.document : undefined;
}

function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

const place = z.object({
  uri: z.string(),
  position: z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() }),
});

async function execute(
  connection: Connection,
  session: Session,
  { command, arguments: [argument] = [] }: ExecuteCommandParams,
): Promise<null> {
  switch (command) {
    case ServerCommand.restart:
      await session.reload();
      return null;
    case ServerCommand.openDocumentation: {
      const uri = z.httpUrl().parse(argument);
      if (session.client.showsDocuments) await connection.window.showDocument({ uri, external: true });
      else session.show(uri);
      return null;
    }
    case ServerCommand.explain: {
      const { uri, position } = place.parse(argument);
      const answer = await session.checks.newest(uri);
      const races = answer.kind === 'checked' ? racesAt(uri, answer.document.checked, position) : [];
      session.show(races.map(tellRace).join('\n\n') || 'There is no race at this place any more.');
      return null;
    }
    default:
      throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command}`);
  }
}

function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../package.json');
  return z.object({ version: z.string() }).safeParse(manifest).data?.version ?? '0.0.0';
}
