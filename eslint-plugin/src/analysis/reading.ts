/** How much of the project a file is read with: by itself, or linked to the modules that it imports. */
import { isAbsolute } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import type { StoreModel } from '../stores/model.js';
import { OWN_STORE_TEXT, OWN_STORES } from '../stores/own.js';
import { isRelevant, offers, type Knowledge } from './knowledge.js';
import { lowerModule, UNLINKED, type Linkage } from './lower/lower-module.js';
import type { Program } from './lower/program.js';
import { surroundingsOf, type Surroundings } from './modules/link.js';
import type { AnalysisOptions } from './options.js';
import { isTestFile } from './races/callers/concurrency.js';
import { mayMeet, type Beside } from './resources/meeting.js';
import { mayChange, mayLock, maySuspend, mayTryAgain, storesIn } from './resources/presence.js';
import { Relevance } from './resources/relevance.js';
import { Sharing } from './resources/sharing.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export interface Reading {
  readonly program: Program;
  readonly sharing: Sharing;
  readonly relevance: Relevance;
  /** The stores of which the file speaks, and the modules that it is linked to. */
  readonly stores: readonly StoreModel[];
}

export interface ReadingOptions extends AnalysisOptions {
  readonly knowledge: Knowledge;
  readonly checkCancelled: () => void;
  /** Links what can be linked: what the file shares is asked, not what races. */
  readonly whole: boolean;
  /** Told the modules whose change can change what is found. */
  readonly noteDependencies: (paths: readonly string[]) => void;
}

/**
 * A file in the program form; undefined where nothing can race. What a test does runs once, and what it asks of other
 * modules is told there: it is read by itself.
 */
export function readFile(sourceCode: SourceCode, options: ReadingOptions): Reading | undefined {
  const { filename } = options;
  if (filename === undefined || !isAbsolute(filename) || isTestFile(filename))
    return readWith(sourceCode, UNLINKED, options);
  const around = surroundingsOf(filename, sourceCode.text, {
    parser: options.parser,
    isRelevant: (part) => isRelevant(part, options.knowledge),
  });
  options.noteDependencies(around.dependencies);
  if (around.modules.length === 0) return readWith(sourceCode, UNLINKED, options);
  // The file by itself is soon read, and tells whether what it imports can matter.
  const alone = lower(sourceCode, UNLINKED, options);
  const linkage = linkageFor(alone, sourceCode, around, options);
  if (linkage) return readWith(sourceCode, linkage, options);
  return isWorthReading(sourceCode.text, alone.stores) ? alone : undefined;
}

/** What the file is linked to; undefined where that can change nothing. */
function linkageFor(
  alone: Reading,
  sourceCode: SourceCode,
  around: Surroundings,
  options: ReadingOptions,
): Linkage | undefined {
  const isNeeded = (parts: readonly { readonly text: string }[], isBeside: Beside['isBeside']): boolean =>
    options.whole || isLinkNeeded(alone, sourceCode.text, parts, isBeside, options);
  if (!isNeeded(around.modules, (specifier) => around.resolve(specifier) !== undefined)) return undefined;
  const linkage = around.link(sourceCode);
  if (linkage.sources.length === 0) return undefined;
  // What is taken of the modules is often little, and tells more.
  const parts = linkage.sources.map(({ spoken, text }) => ({ text: spoken ?? text }));
  return isNeeded(parts, (specifier) => linkage.resolve(specifier, '') !== specifier) ? linkage : undefined;
}

function readWith(sourceCode: SourceCode, linkage: Linkage, options: ReadingOptions): Reading | undefined {
  const stores = storesOf(sourceCode, linkage, options);
  return isWorthReading(sourceCode.text, stores) ? lower(sourceCode, linkage, options, stores) : undefined;
}

function isWorthReading(text: string, stores: readonly StoreModel[]): boolean {
  return stores.length > 0 || (maySuspend(text) && (mayLock(text) || mayChange(text)));
}

function storesOf(sourceCode: SourceCode, linkage: Linkage, { knowledge }: ReadingOptions): StoreModel[] {
  const texts = [sourceCode.text, ...linkage.sources.map((source) => source.spoken ?? source.text)];
  const own = texts.some((each) => OWN_STORE_TEXT.test(each)) ? OWN_STORES : [];
  return [...storesIn(texts, knowledge.stores), ...own];
}

function lower(
  sourceCode: SourceCode,
  linkage: Linkage,
  options: ReadingOptions,
  stores: readonly StoreModel[] = storesOf(sourceCode, linkage, options),
): Reading {
  const program = lowerModule(sourceCode, linkage, options.checkCancelled);
  const sharing = new Sharing(program, new Set(options.knowledge.settings.shared));
  const relevance = new Relevance(program, sharing, stores, mayLock(sourceCode.text));
  return { program, sharing, relevance, stores };
}

/** A single call to a module beside is told there; together with something else it may race here. */
function isLinkNeeded(
  { program, relevance }: Reading,
  text: string,
  parts: readonly { readonly text: string }[],
  isBeside: Beside['isBeside'],
  { knowledge }: ReadingOptions,
): boolean {
  const isHost = mayTryAgain(text) || program.functions.some((form) => relevance.isWorthWalking(form));
  const meets = (name: string): boolean => parts.some((part) => offers(part, name, knowledge));
  return mayMeet(program, { isBeside, offers: meets }, isHost ? 1 : 2);
}
