/** Selects get-then-set races, says what they lose, and offers their rewrites. */
import { analyze } from '../analysis/index.js';
import type { Certainty, GetThenSetRace } from '../analysis/race.js';
import { GET_THEN_SET_REWRITES } from '../fixes/index.js';
import { createRule, isSureEnough, OPTIONS_SCHEMA, type RuleOptions } from './create-rule.js';
import { describeGetThenSet } from './describe.js';
import { locate, toSuggestion } from './report.js';

type MessageId = 'lostUpdate' | 'rewrite';

export const noGetThenSet = createRule<RuleOptions, MessageId>({
  name: 'no-get-then-set',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow setting a key of a shared store to a value computed from an earlier get of it',
      recommended: true,
    },
    hasSuggestions: true,
    schema: OPTIONS_SCHEMA,
    messages: {
      lostUpdate: 'Lost update: {{loss}}. {{how}} {{remedy}}',
      rewrite: '{{title}}',
    },
    defaultOptions: [{ certainty: 'likely' }],
  },
  create(context, [options]) {
    const asked: Certainty = options.certainty ?? 'likely';
    const { sourceCode } = context;
    const report = (race: GetThenSetRace): void => {
      context.report({
        loc: locate(sourceCode, race.write.via ?? race.write.range),
        messageId: 'lostUpdate',
        data: { ...describeGetThenSet(race, sourceCode) },
        suggest: GET_THEN_SET_REWRITES.flatMap((rewrite) => {
          const found = rewrite(race, sourceCode);
          return found ? [toSuggestion(found)] : [];
        }),
      });
    };
    return {
      Program() {
        const races = analyze(sourceCode, {
          settings: context.settings['interleave'],
          filename: context.filename,
        });
        for (const race of races) {
          if (race.kind === 'get-then-set' && isSureEnough(race.certainty, asked)) report(race);
        }
      },
    };
  },
});
