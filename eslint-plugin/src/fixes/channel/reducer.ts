/**
 * A reducer that keeps the updates of all nodes of a step: lists are joined, objects merged by their keys. Updates
 * then have to be what is new, and no more.
 */
import type { RaceOf } from '../../analysis/race.js';
import type { SourceCode } from '../code/nodes.js';
import type { RewriteOf, TextEdit } from '../rewrite.js';
import { CONCAT, MERGE, withReducer } from './definition.js';
import { deltaAt } from './delta.js';

type ChannelRace = RaceOf<'unreduced-channel'>;

export const rewriteToConcat: RewriteOf<'unreduced-channel'> = (race, sourceCode) => {
  if (race.holds !== 'list' || !isLost(race)) return undefined;
  if (race.updates.some(({ holds }) => holds !== 'list')) return undefined;
  const deltas = toDeltas(race, sourceCode);
  const reducer = deltas && withReducer(race, sourceCode, CONCAT);
  return (
    reducer && {
      title: `Join the lists that nodes return for \`${race.channel}\`, by a reducer`,
      edits: [...reducer, ...deltas],
    }
  );
};

export const rewriteToMerge: RewriteOf<'unreduced-channel'> = (race, sourceCode) => {
  if (race.holds !== 'object' || !isLost(race)) return undefined;
  // A whole object that is returned changed would bring back keys that another node has set meanwhile.
  if (race.updates.some(({ how, holds }) => how !== 'delta' || holds !== 'object')) return undefined;
  const edits = withReducer(race, sourceCode, MERGE);
  return (
    edits && { title: `Merge the objects that nodes return for \`${race.channel}\`, by a reducer`, edits }
  );
};

function isLost({ fault }: ChannelRace): boolean {
  return fault === 'unreduced' || fault === 'dropped';
}

/** What nodes return, without what the channel holds; undefined where one of them means to replace it. */
function toDeltas(race: ChannelRace, sourceCode: SourceCode): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { how, at } of race.updates) {
    if (how === 'delta' && !isEmptyList(sourceCode.text.slice(at.start, at.end))) continue;
    const delta = how === 'whole' ? deltaAt(at, race, sourceCode) : undefined;
    if (!delta) return undefined;
    edits.push(...delta);
  }
  return edits;
}

/** An empty list, returned to start anew, would leave what is there. */
function isEmptyList(text: string): boolean {
  return /^\[\s*\]$/u.test(text);
}
