/** The rule that all rules are: it asks for a file's races, and reports those that are its own. */
import type { TSESLint } from '@typescript-eslint/utils';
import { analyze } from '../analysis/index.js';
import type { Certainty, Race, RaceKind, RaceOf } from '../analysis/race.js';
import type { ModuleParser } from '../analysis/options.js';
import type { Rewrite } from '../fixes/rewrite.js';
import { createRule, isSureEnough, OPTIONS_SCHEMA, type RuleOptions } from './create-rule.js';
import type { Description } from './describe.js';
import { locate, toSuggestion } from './report.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export interface RaceRule<K extends RaceKind> {
  readonly name: string;
  /** The kind of race that is its own: no other rule has it. */
  readonly kind: K;
  /** What the rule disallows, in one line. */
  readonly description: string;
  readonly describe: (race: RaceOf<K>, sourceCode: SourceCode) => Description;
  /** Best first; each gives undefined where it could not keep its promise. */
  readonly rewrites: readonly ((race: RaceOf<K>, sourceCode: SourceCode) => Rewrite | undefined)[];
}

export interface DefinedRule {
  readonly name: string;
  readonly kind: RaceKind;
  readonly module: TSESLint.RuleModule<'race' | 'rewrite', RuleOptions>;
}

export function defineRaceRule<K extends RaceKind>(rule: RaceRule<K>): DefinedRule {
  const isOwn = (race: Race): race is RaceOf<K> => race.kind === rule.kind;
  const module = createRule<RuleOptions, 'race' | 'rewrite'>({
    name: rule.name,
    meta: {
      type: 'problem',
      docs: { description: rule.description, recommended: true },
      hasSuggestions: true,
      schema: OPTIONS_SCHEMA,
      messages: { race: '{{loss}}. {{how}} {{remedy}}', rewrite: '{{title}}' },
      defaultOptions: [{ certainty: 'likely' }],
    },
    create(context, [options]) {
      const asked: Certainty = options.certainty ?? 'likely';
      const { sourceCode } = context;
      const report = (race: RaceOf<K>): void => {
        context.report({
          loc: locate(sourceCode, race.place),
          messageId: 'race',
          data: { ...rule.describe(race, sourceCode) },
          suggest: rule.rewrites.flatMap((rewrite) => {
            const found = rewrite(race, sourceCode);
            return found ? [toSuggestion(found)] : [];
          }),
        });
      };
      return {
        Program() {
          const settings = context.settings['interleave'];
          const { physicalFilename: filename, languageOptions } = context;
          const parser = languageOptions.parser as ModuleParser | undefined;
          for (const race of analyze(sourceCode, { settings, filename, ...(parser && { parser }) })) {
            if (isOwn(race) && isSureEnough(race.certainty, asked)) report(race);
          }
        },
      };
    },
  });
  return { name: rule.name, kind: rule.kind, module };
}
