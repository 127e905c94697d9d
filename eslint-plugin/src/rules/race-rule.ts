/** The rule that all rules are: it asks for a file's races, and reports those that are its own. */
import type { TSESLint } from '@typescript-eslint/utils';
import { analyze } from '../analysis/index.js';
import type { Certainty, Race } from '../analysis/race.js';
import type { Rewrite } from '../fixes/rewrite.js';
import { createRule, isSureEnough, OPTIONS_SCHEMA, type RuleOptions } from './create-rule.js';
import type { Description } from './describe.js';
import { locate, toSuggestion } from './report.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

export interface RaceRule<R extends Race> {
  readonly name: string;
  /** What the rule disallows, in one line. */
  readonly description: string;
  /** Which races are its own. */
  readonly select: (race: Race) => race is R;
  readonly describe: (race: R, sourceCode: SourceCode) => Description;
  /** Best first; each gives undefined where it could not keep its promise. */
  readonly rewrites: readonly ((race: R, sourceCode: SourceCode) => Rewrite | undefined)[];
}

export function defineRaceRule<R extends Race>(
  rule: RaceRule<R>,
): TSESLint.RuleModule<'race' | 'rewrite', RuleOptions> {
  return createRule<RuleOptions, 'race' | 'rewrite'>({
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
      const report = (race: R): void => {
        context.report({
          // The race is where the function that reads and writes does the writing.
          loc: locate(sourceCode, race.write.via ?? race.write.range),
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
          for (const race of analyze(sourceCode, { settings, filename: context.filename })) {
            if (rule.select(race) && isSureEnough(race.certainty, asked)) report(race);
          }
        },
      };
    },
  });
}
