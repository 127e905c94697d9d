/** Where VS Code enters and leaves: what is made, and who hears of what. */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import { type ExplainArguments, type ReasonArguments } from 'interleave-language-server/protocol';
import type { InterleaveApi } from './api.js';
import { SELECTOR, Server } from './client.js';
import { openDocumentation, openSample, openWalkthrough, writeReason } from './commands.js';
import { explainRace } from './explain/command.js';
import { ExplainPanel } from './explain/panel.js';
import { onStatus } from './requests.js';
import { checksWorkspaceAlways, SECTION } from './settings.js';
import { Lenses } from './shared-state/lenses.js';
import { SharedStateSource } from './shared-state/source.js';
import { SharedStateView, VIEW_ID } from './shared-state/view.js';
import { Status } from './status.js';
import { WorkspaceCheck } from './workspace-check.js';

export function activate(context: vscode.ExtensionContext): InterleaveApi {
  const output = vscode.window.createOutputChannel('Interleave', { log: true });
  const status = new Status(SELECTOR);
  const server = new Server(context.asAbsolutePath('dist/server.js'), output, {
    checked: (uri, took) => {
      status.noteCheck(uri, took);
    },
    died: (willRestart) => {
      const message = 'The server has ended unexpectedly.';
      status.set(
        willRestart
          ? { state: 'warning', busy: true, message: `${message} It is started again.` }
          : { state: 'error', busy: false, message },
      );
    },
  });
  const { client } = server;
  const panel = new ExplainPanel(client, context.extensionUri);
  const source = new SharedStateSource(client);
  const sharedState = new SharedStateView(source);
  const lenses = new Lenses(client);
  const workspaceCheck = new WorkspaceCheck(client);
  context.subscriptions.push(output, status, client, panel, source, sharedState, lenses, workspaceCheck);

  onStatus(client, (params) => {
    status.report(params);
  });
  const whenReady = server.start();
  whenReady.catch((error: unknown) => {
    status.set({ state: 'error', busy: false, message: 'The server could not be started.' });
    output.error(String(error));
  });

  const commands: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    'interleave.explainRace': async (place) => {
      await whenReady;
      await explainRace(place as ExplainArguments | undefined, client, panel);
    },
    'interleave.showSharedState': () => vscode.commands.executeCommand(`${VIEW_ID}.focus`),
    'interleave.sharedState.showFile': () => source.setScope('file'),
    'interleave.sharedState.showWorkspace': () => source.setScope('workspace'),
    'interleave.checkWorkspace': async () => {
      await whenReady;
      await workspaceCheck.run();
    },
    'interleave.restartServer': () => server.restart(),
    'interleave.showOutput': () => {
      output.show();
    },
    'interleave.openDocumentation': openDocumentation,
    'interleave.openWalkthrough': openWalkthrough,
    'interleave.openSample': openSample,
    'interleave.writeReason': (given) => writeReason(given as ReasonArguments),
  };
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(name, run));

  const optionsChanged = (): void => {
    void server.configure();
  };
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      optionsChanged();
      lenses.refresh();
      if (event.affectsConfiguration(`${SECTION}.enable`)) server.checkAgain();
      if (event.affectsConfiguration(`${SECTION}.checkWorkspace`) && checksWorkspaceAlways())
        void workspaceCheck.runQuietly();
      status.draw();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(optionsChanged),
    // ESLint's own extension may have come or gone.
    vscode.extensions.onDidChange(optionsChanged),
    vscode.languages.onDidChangeDiagnostics(() => {
      lenses.refresh();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      status.set({ state: 'ok', busy: false });
      lenses.refresh();
      void panel.update();
      if (checksWorkspaceAlways()) void workspaceCheck.runQuietly();
    }),
  );
  return { client, whenReady, status, sharedState, explanation: panel, workspaceCheck };
}
