/** A client of a language server that is measured. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export class BenchClient {
  #versions = new Map();

  constructor(name, connection, server, project) {
    Object.assign(this, { name, connection, server, project });
  }

  /** `program`: what Node runs; `flags`: for Node itself. */
  static async start(name, { program, project, flags = [], env = {} }) {
    const server = spawn(process.execPath, [...flags, program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const settings = eslintSettings(project);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
    connection.onRequest(() => null);
    connection.onNotification(() => undefined);
    connection.listen();
    const folder = { uri: project.uri(''), name: 'bench' };
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [folder],
      capabilities: CAPABILITIES,
    });
    await connection.sendNotification('initialized', {});
    return new BenchClient(name, connection, server, project);
  }

  open(name) {
    const uri = this.project.uri(name);
    this.#versions.set(uri, 1);
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 1, text: this.project.text(name) },
    });
    return uri;
  }

  close(uri) {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The text stays as long as it is: a line is added, and taken away the next time. */
  change(uri) {
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    const start = { line: 2, character: 0 };
    const change =
      version % 2 === 0
        ? { range: { start, end: start }, text: '// note\n' }
        : { range: { start, end: { line: 3, character: 0 } }, text: '' };
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  async pull(uri, token) {
    const report = await this.ask('textDocument/diagnostic', { textDocument: { uri } }, token);
    return report.items ?? [];
  }

  codeActions(uri, diagnostics) {
    const range = diagnostics[0]?.range ?? { start: START, end: START };
    return this.ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics } });
  }

  hover(uri, position = START) {
    return this.ask('textDocument/hover', { textDocument: { uri }, position });
  }

  ask(method, params, ...token) {
    return this.connection.sendRequest(method, params, ...token.filter(Boolean));
  }

  /** Resident memory in megabytes, of the process and all its threads; NaN where the system does not tell. */
  get memory() {
    return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(this.#read('status'))?.[1]) / 1024);
  }

  /** Processor time so far in milliseconds, of all threads that live; NaN where the system does not tell. */
  get processorTime() {
    try {
      const threads = readdirSync(`/proc/${this.server.pid}/task`);
      return (
        threads.reduce(
          (sum, thread) => sum + Number(this.#read(`task/${thread}/schedstat`).split(' ', 1)[0]),
          0,
        ) / 1e6
      );
    } catch {
      return NaN;
    }
  }

  #read(what) {
    try {
      return readFileSync(`/proc/${this.server.pid}/${what}`, 'utf8');
    } catch {
      return '';
    }
  }

  stop() {
    this.connection.dispose();
    this.server.kill();
  }
}

const START = { line: 0, character: 0 };

const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { dataSupport: true, disabledSupport: true },
  },
};

/** What ESLint's server asks its client for. */
const eslintSettings = (project) => ({
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  experimental: {},
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine' },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder: { uri: project.uri(''), name: 'bench' },
  workingDirectory: { mode: 'location' },
});
