'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

async function ensureClient(context) {
  if (client === undefined) {
    const server = context.asAbsolutePath('server.js');
    const fresh = new LanguageClient('toy', { module: server }, { documentSelector: ['toy'] });
    await fresh.start();
    client = fresh; // RACE
  }
  return client;
}

exports.activate = function (context) {
  const run = async () => {
    const c = await ensureClient(context);
    await c.sendRequest('toy/format');
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('toy.format', run),
    vscode.workspace.onDidOpenTextDocument(run),
  );
};
