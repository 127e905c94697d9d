#!/usr/bin/env node
/** `interleave-language-server --stdio`: the server on its own. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.js';

const HELP = `interleave-language-server: a language server that finds races on shared state.

Usage: interleave-language-server --stdio | --node-ipc | --socket=PORT

Editors start it. See https://github.com/interleave-dev/interleave/tree/main/server for its options.
`;

if (process.argv.slice(2).some((argument) => /^(?:--(?:stdio|node-ipc|socket\b|pipe\b))/u.test(argument))) {
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection);
  connection.listen();
} else {
  const asked = process.argv.includes('--help') || process.argv.includes('-h');
  (asked ? process.stdout : process.stderr).write(HELP);
  process.exitCode = asked ? 0 : 2;
}
