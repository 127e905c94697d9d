/** Which rules hold for a file: those of the workspace's ESLint configuration, or the bundled ones. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import plugin from 'eslint-plugin-interleave';
import type { Linter } from 'eslint';
import type { Source } from './source.js';
import { EXTENSIONS } from './source.js';
import type { Setup } from './wire.js';
import { WorkspaceConfig } from './workspace-config.js';

/** How one file is checked. */
export interface FileRules {
  /** The directory that file patterns are relative to. */
  readonly root: string;
  /** What the plugin is called in the configuration. */
  readonly namespace: string;
  readonly rules: Partial<Linter.RulesRecord>;
  readonly settings: unknown;
  readonly languageOptions: Linter.LanguageOptions;
  readonly reportsUnused: boolean;
  readonly isReportedByESLint: boolean;
}

export interface EngineEvents {
  readonly loading: (config: string) => void;
  readonly loaded: (config: string, files: readonly string[], problem?: string) => void;
}

const CONFIG_NAMES = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
  (extension) => `eslint.config.${extension}`,
);

/** Made by a tool, or without code that runs. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|\.git|dist|coverage)\/|\.d\.[mc]?ts$|\.min\.[mc]?js$/u;

export class Engines {
  private readonly configs = new Map<string, Promise<WorkspaceConfig | undefined>>();
  private readonly bundled: FileRules;

  constructor(
    private readonly setup: Setup,
    private readonly events: EngineEvents,
  ) {
    this.bundled = {
      root: process.cwd(),
      namespace: 'interleave',
      rules: plugin.configs[setup.level].rules ?? {},
      settings: undefined,
      languageOptions: {},
      reportsUnused: true,
      isReportedByESLint: false,
    };
  }

  /** Undefined for a file that is left out. */
  async rulesFor(source: Source): Promise<FileRules | undefined> {
    const { path } = source;
    if (path === undefined) return this.bundled;
    const folder = this.folderOf(path);
    const config = folder === undefined ? undefined : await this.configFor(path, folder);
    if (config) return config.rulesFor(path);
    const root = folder ?? dirname(path);
    if (!EXTENSIONS.test(path) || LEFT_OUT.test(relative(root, path).replaceAll(sep, '/'))) return undefined;
    return { ...this.bundled, root: packageRootOf(path, root) };
  }

  /** The innermost workspace folder that a file lies in. */
  private folderOf(path: string): string | undefined {
    return this.setup.folders
      .filter((folder) => isWithin(path, folder))
      .sort((a, b) => b.length - a.length)
      .at(0);
  }

  /** The nearest configuration that uses the plugin, where the workspace may say so. */
  private async configFor(path: string, folder: string): Promise<WorkspaceConfig | undefined> {
    if (!this.setup.isTrusted || !this.setup.useESLintConfig) return undefined;
    const file = nearest(path, folder, CONFIG_NAMES);
    if (file === undefined || this.setup.fatalConfigs.includes(file)) return undefined;
    let config = this.configs.get(file);
    if (!config) this.configs.set(file, (config = this.load(file)));
    return config;
  }

  /** One engine for each configuration. Whatever the configuration does, the bundled rules are left. */
  private async load(file: string): Promise<WorkspaceConfig | undefined> {
    this.events.loading(file);
    const { config, files, problem } = await WorkspaceConfig.load(file);
    this.events.loaded(file, files, problem);
    return config;
  }
}

function packageRootOf(path: string, folder: string): string {
  const manifest = nearest(path, folder, ['package.json']);
  return manifest === undefined ? folder : dirname(manifest);
}

/** The first of these names in the folder of a file, or in one above it up to the workspace folder. */
function nearest(path: string, folder: string, names: readonly string[]): string | undefined {
  for (let directory = dirname(path); isWithin(directory, folder); directory = dirname(directory)) {
    const name = names.find((each) => existsSync(join(directory, each)));
    if (name !== undefined) return join(directory, name);
    if (directory === dirname(directory)) break;
  }
  return undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
