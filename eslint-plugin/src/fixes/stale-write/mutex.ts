/**
 * A mutex from the read to the write, beside the state: right for whatever lies between them, as long as all who
 * write take their turn.
 * Source: https://github.com/DirtyHairy/async-mutex
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { StaleWriteRace } from '../../analysis/race.js';
import {
  enclosingFunction,
  findExpression,
  isWithin,
  some,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { extendToUses, regionAround, statementsIn, yields, type Region } from '../code/region.js';
import { freshName, isReassigned, isReference, usesOf, variableOf } from '../code/scopes.js';
import { partsOf } from '../lock/nesting.js';
import { commonFunction, type Section } from '../lock/section.js';
import { endOf } from '../lock/waiting.js';
import { wrapInTry } from '../lock/wrap.js';
import type { RewriteOf } from '../rewrite.js';
import { homeOf } from './mutex-home.js';
import { mentions, names, placeOf, type Place } from './place.js';
import { isPure } from './pure.js';
import { canReenter } from './reentry.js';
import { hasRivals } from './rivals.js';

export const rewriteToMemoryMutex: RewriteOf<'stale-write'> = (race, sourceCode) => {
  const place = placeOf(sourceCode, race);
  const section = place && sectionOf(sourceCode, race, place);
  if (!place || !section?.owner || canReenter(sourceCode, section)) return undefined;
  if (hasRivals(sourceCode, race, place, partsOf(section))) return undefined;
  const home = homeOf(sourceCode, place);
  if (!home) return undefined;
  const release = freshName(sourceCode, 'release', section.owner);
  return {
    title: `Hold a \`Mutex\` from the read to the write${home.isNew ? ' (needs `async-mutex`)' : ''}`,
    edits: [
      ...home.edits,
      ...wrapInTry(
        sourceCode,
        section,
        `const ${release} = await ${home.reference}.acquire()`,
        `${release}()`,
      ),
    ],
  };
};

/** From the read to the write, and to what uses the names in between. */
function sectionOf(sourceCode: SourceCode, race: StaleWriteRace, place: Place): Section | undefined {
  const { read, write } = place;
  const owner = commonFunction(read, write);
  if (!owner?.async || owner.generator || !isOver(sourceCode, race, place, owner)) return undefined;
  if (owner.body.type !== 'BlockStatement')
    return { kind: 'expression', owner, place: owner.body, body: owner.body, edits: [] };
  const around = regionAround(read, write);
  // A default of a parameter is read before the body begins.
  if (!around || !isWithin(around.block, owner.body)) return undefined;
  const region = extendToUses(
    sourceCode,
    withVolatile(sourceCode, startingEarlier(sourceCode, race, place, around)),
  );
  const statements = region ? statementsIn(region) : [];
  const [first] = statements;
  if (!region || !first || statements.some((statement) => yields(sourceCode, statement))) return undefined;
  // Who is turned away while a flag is set would wait in line instead.
  if (race.shape === 'flag' && isReset(sourceCode, statements, place)) return undefined;
  return { kind: 'statements', owner, place: first, region, edits: [] };
}

/** With what looks at the place before, in the same block: a check, another read. */
function startingEarlier(
  sourceCode: SourceCode,
  { check }: StaleWriteRace,
  place: Place,
  region: Region,
): Region {
  const at = check && (check.via ?? check.range).start;
  const first = region.block.body.findIndex(
    (statement) =>
      names(sourceCode, statement, place) ||
      (at !== undefined && statement.range[0] <= at && at < statement.range[1]),
  );
  return first === -1 ? region : { ...region, first: Math.min(first, region.first) };
}

/** With the values before it that would be old by the time it is our turn: `const now = Date.now()`. */
function withVolatile(sourceCode: SourceCode, region: Region): Region {
  const { body } = region.block;
  const last = body[region.last];
  let { first } = region;
  for (let index = first - 1; index >= 0; index--) {
    const statement = body[index];
    if (!statement || some(sourceCode, statement, (node) => node.type === 'AwaitExpression')) break;
    if (statement.type !== 'VariableDeclaration' || isStable(sourceCode, statement)) continue;
    const start = body[first]?.range[0] ?? 0;
    const isUsed = sourceCode
      .getDeclaredVariables(statement)
      .some((variable) =>
        usesOf(variable).some(
          ({ identifier: { range } }) => range[0] >= start && last !== undefined && range[1] <= last.range[1],
        ),
      );
    if (isUsed) first = index;
  }
  return { ...region, first };
}

/** Computed from nothing but what the function was given, and constants. */
function isStable(sourceCode: SourceCode, declaration: TSESTree.VariableDeclaration): boolean {
  return declaration.declarations.every(
    ({ init }) =>
      !init ||
      (isPure(sourceCode, init) &&
        !some(sourceCode, init, (node) => {
          if (node.type === 'ThisExpression') return true;
          if (node.type !== 'Identifier' || !isReference(node)) return false;
          const variable = variableOf(sourceCode, node);
          const isShared = variable?.scope.type === 'module' || variable?.scope.type === 'global';
          return isShared && (isReassigned(variable) || node.parent.type === 'MemberExpression');
        })),
  );
}

/** The section does not end before the write does. */
function isOver(
  sourceCode: SourceCode,
  race: StaleWriteRace,
  { write }: Place,
  owner: NonNullable<ReturnType<typeof commonFunction>>,
): boolean {
  if (enclosingFunction(write) !== owner) return endOf(write, owner) === 'awaited';
  if (!race.write.via) return true;
  const inner = findExpression(sourceCode, race.write.range);
  const helper = inner && enclosingFunction(inner);
  return helper?.async === false || endOf(write, owner) === 'awaited';
}

function isReset(sourceCode: SourceCode, statements: readonly Node[], place: Place): boolean {
  return statements.some((statement) =>
    some(
      sourceCode,
      statement,
      (node) =>
        node.type === 'AssignmentExpression' &&
        !isWithin(node, place.write) &&
        mentions(sourceCode, node.left, place),
    ),
  );
}
