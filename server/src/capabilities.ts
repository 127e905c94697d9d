/** What the client can do, and what the server then offers. */
import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type InitializeResult,
} from 'vscode-languageserver-protocol';
import type { Options } from './options.js';
import { ServerCommand } from './protocol.js';

export interface Client {
  /** It asks for diagnostics; otherwise they are pushed. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly related: boolean;
  readonly documentChanges: boolean;
  readonly disabledActions: boolean;
  readonly hover: 'markdown' | 'plaintext';
  readonly showsDocuments: boolean;
  readonly watchesFiles: boolean;
  /** It watches files by a folder and a pattern in it, too. */
  readonly relativePatterns: boolean;
  readonly changesFolders: boolean;
}

export function clientOf({ textDocument, workspace, window }: ClientCapabilities): Client {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    related:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    hover: textDocument?.hover?.contentFormat?.includes('markdown') ? 'markdown' : 'plaintext',
    showsDocuments: window?.showDocument?.support === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
  };
}

export function offer(client: Client, options: Options, version: string): InitializeResult {
  return {
    serverInfo: { name: 'interleave-language-server', version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: {
        identifier: 'interleave',
        interFileDependencies: true,
        workspaceDiagnostics: options.workspaceDiagnostics,
        workDoneProgress: true,
      },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      hoverProvider: true,
      executeCommandProvider: { commands: Object.values(ServerCommand) },
      ...(client.changesFolders && {
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      }),
    },
  };
}
