/** Selects stale writes to memory, says what they lose, and offers their rewrites. */
import { analyze } from '../analysis/index.js';
import type { Certainty, StaleWriteRace } from '../analysis/race.js';
import { STALE_WRITE_REWRITES } from '../fixes/stale-write.js';
import { createRule, isSureEnough, OPTIONS_SCHEMA, type RuleOptions } from './create-rule.js';
import { describeStaleWrite } from './describe.js';
import { locate, toSuggestion } from './report.js';

type MessageId = 'staleWrite' | 'rewrite';

export const noAwaitBetweenReadAndWrite = createRule<RuleOptions, MessageId>({
  name: 'no-await-between-read-and-write',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow writing shared memory after a suspension from what was read before it',
      recommended: true,
    },
    hasSuggestions: true,
    schema: OPTIONS_SCHEMA,
    messages: {
      staleWrite: '{{loss}}. {{how}} {{remedy}}',
      rewrite: '{{title}}',
    },
    defaultOptions: [{ certainty: 'likely' }],
  },
  create(context, [options]) {
    const asked: Certainty = options.certainty ?? 'likely';
    const { sourceCode } = context;
    const report = (race: StaleWriteRace): void => {
      context.report({
        loc: locate(sourceCode, race.write.via ?? race.write.range),
        messageId: 'staleWrite',
        data: { ...describeStaleWrite(race, sourceCode) },
        suggest: STALE_WRITE_REWRITES.flatMap((rewrite) => {
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
          if (race.kind === 'stale-write' && isSureEnough(race.certainty, asked)) report(race);
        }
      },
    };
  },
});
