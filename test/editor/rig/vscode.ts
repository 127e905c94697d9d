/** A VS Code of its own: a server on a free port of this machine, with empty folders for its data and extensions. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installedServer } from './code-server.js';
import { ProcessGroup, run } from './processes.js';

export interface Settings {
  readonly [name: string]: unknown;
}

export interface VSCodeOptions {
  readonly settings?: Settings;
  /** False: folders are opened in restricted mode, as VS Code does until its user trusts them. Default: true. */
  readonly isTrusted?: boolean;
  /** A packed extension that is installed before the start. */
  readonly vsix?: string;
  /** Variables for extensions, beside the present ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing that asks, tells of news, animates or looks things up. */
export const QUIET: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.cursorBlinking': 'solid',
};

export class VSCode {
  private constructor(
    readonly port: number,
    private readonly server: ProcessGroup,
    private readonly folder: string,
  ) {}

  static async start({
    settings = {},
    isTrusted = true,
    vsix,
    env = {},
  }: VSCodeOptions = {}): Promise<VSCode> {
    const installed = await installedServer();
    const folder = temporaryFolder('vscode');
    const main = join(installed, 'out/server-main.js');
    const places = [
      '--server-data-dir',
      join(folder, 'data'),
      '--extensions-dir',
      join(folder, 'extensions'),
    ];
    const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off'];
    write(join(folder, 'data/data/Machine/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
    try {
      if (vsix !== undefined)
        await run(process.execPath, [main, ...places, ...quiet, '--install-extension', vsix], {
          env: clean(env),
        });
      const server = new ProcessGroup(
        process.execPath,
        // The last option ends a server that a killed run has left behind.
        [
          ...[main, ...places, ...quiet, ...(isTrusted ? ['--disable-workspace-trust'] : [])],
          ...[
            '--host',
            '127.0.0.1',
            '--port',
            '0',
            '--without-connection-token',
            '--enable-remote-auto-shutdown',
          ],
        ],
        clean(env),
      );
      const [, port] = await server
        .printed(/Extension host agent listening on (\d+)/)
        .catch(async (error: unknown) => {
          await server.stop();
          throw error;
        });
      return new VSCode(Number(port), server, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get log(): string {
    return this.server.output;
  }

  /** The address of a workbench with this folder open. `payload` is what VS Code's web client takes as its options. */
  address(folder: string, payload: Readonly<Record<string, string>> = {}): string {
    const url = new URL(`http://127.0.0.1:${this.port}/`);
    url.searchParams.set('folder', folder);
    url.searchParams.set('payload', JSON.stringify(Object.entries({ skipWelcome: 'true', ...payload })));
    return url.href;
  }

  /** Where an extension was unpacked when it was installed. */
  extensionFolder(id: string): string {
    const folder = join(this.folder, 'extensions');
    const name = readdirSync(folder).find((each) => each.startsWith(`${id}-`));
    if (name === undefined) throw new Error(`${id} is not installed in ${folder}.`);
    return join(folder, name);
  }

  /** How VS Code in a browser names a file of this machine. */
  uri(path: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${path}`;
  }

  /** What a person has set in one window holds for the next: VS Code keeps it with the server. */
  forgetSettings(): void {
    rmSync(join(this.folder, 'data/data/User/settings.json'), { force: true });
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder with these files, under a name that looks well in a title bar. */
export function makeWorkspace(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder('workspace'), 'shop');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
  return folder;
}

export function removeWorkspace(folder: string): void {
  rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 5 });
}

function temporaryFolder(purpose: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `interleave-${purpose}-`)));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A VS Code whose terminal runs the tests tells its children about itself. */
function clean(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^VSCODE_|^ELECTRON_|^NODE_OPTIONS$|^VITEST|^npm_/.test(name),
  );
  // No gallery of extensions: nothing is asked of the internet.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...env };
}
