/** What all rules share: names, links, the certainty option. */
import { ESLintUtils, type JSONSchema } from '@typescript-eslint/utils';
import { CERTAINTIES, type Certainty } from '../analysis/race.js';

export interface RuleDocs {
  readonly description: string;
  readonly recommended: boolean;
}

export type RuleOptions = readonly [{ readonly certainty?: Certainty }];

export const createRule = ESLintUtils.RuleCreator<RuleDocs>(
  (name) => `https://github.com/interleave-dev/interleave/blob/main/eslint-plugin/docs/rules/${name}.md`,
);

export const OPTIONS_SCHEMA: JSONSchema.JSONSchema4[] = [
  {
    type: 'object',
    properties: {
      certainty: {
        type: 'string',
        enum: [...CERTAINTIES],
        description: 'Report races that are at least this sure.',
      },
    },
    additionalProperties: false,
  },
];

/** True where a race is at least as sure as asked for. */
export function isSureEnough(certainty: Certainty, asked: Certainty): boolean {
  return CERTAINTIES.indexOf(certainty) >= CERTAINTIES.indexOf(asked);
}
