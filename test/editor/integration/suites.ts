/** All integration tests, by suite and title. Whoever only lists them needs no VS Code. */
import { activation } from './cases/activation.js';
import { codeActions } from './cases/code-actions.js';
import { configuration } from './cases/configuration.js';
import { diagnostics } from './cases/diagnostics.js';
import { explanation } from './cases/explanation.js';
import { server } from './cases/server.js';
import { settings } from './cases/settings.js';
import { sharedState } from './cases/shared-state.js';
import { untrusted } from './cases/untrusted.js';

/** Tests by their titles. */
export type Cases = Readonly<Record<string, () => Promise<void>>>;

/** What came of a test. */
export interface Outcome {
  readonly suite: string;
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

export type SuiteName = 'trusted' | 'untrusted';

/** The suites of a window whose folder is trusted, or is not. */
export function suitesOf(name: string | undefined): Readonly<Record<string, Cases>> {
  if (name === 'untrusted') return { 'in a folder that is not trusted': untrusted };
  return {
    activation,
    diagnostics,
    'code actions': codeActions,
    configuration,
    'the explanation of a race': explanation,
    'shared state': sharedState,
    settings,
    'the server': server,
  };
}
