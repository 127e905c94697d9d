/** Two nodes of a graph write a channel in one step, and its reducer does not keep both. */
import type { ChannelFault, RaceOf } from '../analysis/race.js';
import { rewriteToDelta } from '../fixes/channel/delta.js';
import { rewriteToConcat, rewriteToMerge } from '../fixes/channel/reducer.js';
import { lineOf } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noUnreducedChannel = defineRaceRule({
  name: 'no-unreduced-channel',
  kind: 'unreduced-channel',
  description: 'Disallow channels of a graph that lose or double what nodes of one step write to them',
  describe(race, sourceCode) {
    const [first, second] = race.writers;
    const line = lineOf(first.at, sourceCode);
    const other = second ? ` and \`${second.node}\` on line ${lineOf(second.at, sourceCode)}` : '';
    const how: Readonly<Record<ChannelFault, string>> = {
      unreduced: `\`${first.node}\` returns it on line ${line}${other}; in one step it takes one value, and LangGraph throws InvalidUpdateError.`,
      dropped: `\`${first.node}\` returns it on line ${line}${other}; the reducer gives one of two values and drops the other.`,
      ordered: `\`${first.node}\` returns it on line ${line}${other}; in another order the reducer gives another result.`,
      repeated: `\`${first.node}\` returns what it holds already on line ${line}; the reducer adds that once more.`,
    };
    return { loss: lossOf(race), how: how[race.fault], remedy: remedyOf(race) };
  },
  rewrites: [rewriteToConcat, rewriteToMerge, rewriteToDelta],
});

function lossOf({ channel, fault, writers }: RaceOf<'unreduced-channel'>): string {
  const who = writers.length > 1 ? 'two nodes write it' : 'one node writes it several times';
  switch (fault) {
    case 'unreduced':
      return `Refused update: \`${channel}\` has no reducer, and ${who} in one step`;
    case 'dropped':
      return `Lost update: the reducer of \`${channel}\` keeps one value, and ${who} in one step`;
    case 'ordered':
      return `Order decides: the reducer of \`${channel}\` depends on the order in which a step's updates come`;
    case 'repeated':
      return `Doubled: \`${channel}\` is returned with what it holds, and its reducer adds both`;
  }
}

function remedyOf({ fault, holds }: RaceOf<'unreduced-channel'>): string {
  if (fault === 'repeated') return 'Return only what is new.';
  if (fault === 'ordered') return 'Keep what each node wrote, and compute the result from all of it.';
  switch (holds) {
    case 'list':
      return 'Give it a reducer that joins lists, and return only what is new.';
    case 'object':
      return 'Give it a reducer that merges objects, or each node a channel of its own.';
    default:
      return 'Give it a reducer that keeps both, or each node a channel of its own.';
  }
}
