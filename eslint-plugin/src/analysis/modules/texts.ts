/** The texts of the project's modules: as an editor has them, else as they are on disk. */
import { readFileSync, statSync } from 'node:fs';
import { FRESH_FOR } from './resolve.js';

export interface ModuleText {
  readonly path: string;
  readonly text: string;
  /** The specifiers of what it imports, in any of the ways there are. */
  readonly imports: readonly string[];
}

interface OnDisk {
  readonly module: ModuleText | undefined;
  readonly version: string;
  readonly until: number;
}

/** Longer files are generated, or bundles. */
const MAX_LENGTH = 400_000;

const onDisk = new Map<string, OnDisk>();
const open = new Map<string, ModuleText>();

/** The text of a module; undefined where it cannot be read, or is too long to be written by hand. */
export function moduleText(path: string): ModuleText | undefined {
  const edited = open.get(path);
  if (edited) return edited;
  const known = onDisk.get(path);
  const now = performance.now();
  if (known && known.until > now) return known.module;
  const version = versionOf(path);
  const module = known?.version === version ? known.module : read(path);
  onDisk.set(path, { module, version, until: now + FRESH_FOR });
  return module;
}

/** Says what a module holds that is open in an editor; `undefined` when it is closed. */
export function setModuleText(path: string, text: string | undefined): void {
  if (text === undefined) open.delete(path);
  else open.set(path, moduleOf(path, text));
}

/** Says that a module has changed on disk, so that the next one who asks reads it. */
export function forgetModule(path: string): void {
  onDisk.delete(path);
}

function versionOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}-${stats.size}` : '';
}

function read(path: string): ModuleText | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length > MAX_LENGTH ? undefined : moduleOf(path, text);
  } catch {
    return undefined;
  }
}

const IMPORT = /(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*(['"])([^'"\n]+)\1/gu;

/** Specifiers by their look: one in a comment costs no more than a file that is looked at in vain. */
export function importsOf(text: string): string[] {
  return [...new Set([...text.matchAll(IMPORT)].map(([, , specifier = '']) => specifier))];
}

function moduleOf(path: string, text: string): ModuleText {
  return { path, text, imports: importsOf(text) };
}
