/**
 * A workspace's flat ESLint configuration, as far as it speaks of the plugin: which of its rules hold for a file,
 * how severe they are, its settings, and which files are left out. The rules themselves are the bundled ones.
 */
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import plugin from 'eslint-plugin-interleave';
import { ESLint, type Linter } from 'eslint';
import { modulesOf } from './config-modules.js';
import type { FileRules } from './engines.js';

export interface LoadedConfig {
  /** Undefined where it does not use the plugin, or cannot be used. */
  readonly config?: WorkspaceConfig;
  /** The configuration and what it imports by a relative path. */
  readonly files: readonly string[];
  readonly problem?: string;
}

export class WorkspaceConfig {
  private readonly known = new Map<string, Promise<FileRules | undefined>>();

  private constructor(
    private readonly root: string,
    private readonly namespace: string,
    private readonly eslint: ESLint,
  ) {}

  /** Runs the configuration. Never rejects. */
  static async load(file: string): Promise<LoadedConfig> {
    const files = await modulesOf(file);
    try {
      const entries = entriesOf(await importConfig(file));
      const namespace = namespaceIn(entries);
      if (namespace === undefined) return { files };
      const root = dirname(file);
      const overrideConfig = entries.map((entry) => keepOwn(entry, namespace));
      const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
      // What does not fit the schema of a rule is told for a file, not before.
      await eslint.calculateConfigForFile(file.replace(/[^/\\]+$/u, 'interleave-probe.js'));
      return { config: new WorkspaceConfig(root, namespace, eslint), files };
    } catch (error) {
      return { files, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Undefined for a file that the configuration leaves out, or in which it has all rules off. */
  rulesFor(path: string): Promise<FileRules | undefined> {
    let rules = this.known.get(path);
    if (!rules) this.known.set(path, (rules = this.find(path)));
    return rules;
  }

  private async find(path: string): Promise<FileRules | undefined> {
    if (await this.eslint.isPathIgnored(path)) return undefined;
    const config: unknown = await this.eslint.calculateConfigForFile(path);
    if (!isConfig(config)) return undefined;
    const rules = Object.entries(config.rules ?? {}).filter(
      ([name, entry]) => name.startsWith(`${this.namespace}/`) && isOn(entry),
    );
    if (rules.length === 0) return undefined;
    const { reportUnusedDisableDirectives } = config.linterOptions ?? {};
    return {
      root: this.root,
      namespace: this.namespace,
      rules: Object.fromEntries(rules),
      settings: config.settings?.['interleave'],
      languageOptions: config.languageOptions ?? {},
      reportsUnused: isOn(reportUnusedDisableDirectives) || reportUnusedDisableDirectives === true,
      isReportedByESLint: true,
    };
  }
}

/** As ESLint does it: a changed file is another module, and TypeScript is left to Node or to the workspace's jiti. */
async function importConfig(file: string): Promise<unknown> {
  const { mtimeMs } = await stat(file);
  const url = `${pathToFileURL(file).href}?mtime=${mtimeMs}`;
  if (!/\.[mc]?ts$/u.test(file)) return defaultOf(await import(url));
  try {
    return defaultOf(await import(url));
  } catch (error) {
    const jiti = await importJiti(file);
    if (!jiti) throw error;
    return jiti.createJiti(file, { moduleCache: false }).import(file, { default: true });
  }
}

interface Jiti {
  createJiti(
    file: string,
    options: { moduleCache: boolean },
  ): { import(file: string, options: { default: true }): Promise<unknown> };
}

async function importJiti(file: string): Promise<Jiti | undefined> {
  try {
    const jiti: unknown = await import(pathToFileURL(createRequire(file).resolve('jiti')).href);
    return isJiti(jiti) ? jiti : undefined;
  } catch {
    return undefined;
  }
}

function isJiti(module: unknown): module is Jiti {
  return typeof module === 'object' && module !== null && 'createJiti' in module;
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(exported: unknown): Entry[] {
  const list: unknown[] = [exported].flat(8);
  const entries = list.filter(isRecord);
  if (entries.length < list.length) throw new TypeError('The configuration is not an array of objects.');
  return entries;
}

function namespaceIn(entries: readonly Entry[]): string | undefined {
  for (const { plugins } of entries) {
    if (!isRecord(plugins)) continue;
    const own = Object.entries(plugins).find(([, each]) => isOwnPlugin(each));
    if (own) return own[0];
  }
  return undefined;
}

function isOwnPlugin(candidate: unknown): boolean {
  return isRecord(candidate) && isRecord(candidate['meta']) && candidate['meta']['name'] === plugin.meta.name;
}

/** Leaves out the rules of others: another ESLint than the workspace's may not know them. */
function keepOwn(entry: Entry, namespace: string): Linter.Config {
  const { rules, plugins, ...others } = entry;
  const own = Object.entries(isRecord(rules) ? rules : {}).filter(
    ([name]) => name.startsWith(`${namespace}/`) && name.slice(namespace.length + 1) in plugin.rules,
  );
  return {
    ...others,
    ...(isRecord(plugins) && {
      plugins: {
        ...(plugins as Record<string, ESLint.Plugin>),
        ...(isOwnPlugin(plugins[namespace]) && { [namespace]: plugin }),
      },
    }),
    ...(isRecord(rules) && { rules: Object.fromEntries(own) as Linter.RulesRecord }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isConfig(value: unknown): value is Linter.Config {
  return isRecord(value);
}

function isOn(entry: unknown): boolean {
  const severity: unknown = Array.isArray(entry) ? entry[0] : entry;
  return severity === 1 || severity === 2 || severity === 'warn' || severity === 'error';
}
