/** Updates by a version column, as SQL text. */
import type { CallInstruction, Temp } from '../../../lower/program.js';
import { parseUpdate, SQL_METHODS } from '../../../../stores/conditional-writes.js';
import type { ProgramIndex } from '../../../resources/code/program-index.js';
import { chainOf, elementsOf, entriesOf, entryOf, textOf, type GivenText } from '../../../resources/code/shapes.js';
import { RESULT, THROWS, type ConditionalWrite } from './conditional-write.js';
/** `UPDATE docs SET … WHERE id = $1 AND version = $2`. */
export function sqlUpdate(call: CallInstruction, index: ProgramIndex): ConditionalWrite | undefined {
  // A fragment that another call runs, and a statement that is only prepared, write nothing yet.
  const name = index.calledName(call) ?? '';
  if ((call.tagged && index.isHandedOn(call)) || /^(?:prepare|log|debug|info|warn|error)$/u.test(name))
    return undefined;
  const given = statementOf(call, index);
  const parsed = given && parseUpdate(given.text);
  if (!given || !parsed) return undefined;
  const versions = versionsInSql(given.text, given, index);
  const runsSql = call.tagged || SQL_METHODS.test(name) || isRunOfStatement(call, index);
  if (!runsSql && versions.length === 0) return undefined;
  const all = [...given.holes, ...paramsOf(given, index)];
  if (versions.length === 0)
    return { call, place: call.at, versions, values: all, signals: THROWS, evidence: 'saving', whole: false };
  const values = all.filter((value) => !versions.includes(value));
  return { call, place: call.at, versions, values, signals: RESULT, evidence: 'version', whole: false };
}

function isRunOfStatement(call: CallInstruction, index: ProgramIndex): boolean {
  return chainOf(call, index).some((each) => index.calledName(each) === 'prepare');
}

/** SQL given to the call, or to the statement that it runs. */
function statementOf(call: CallInstruction, index: ProgramIndex): GivenText | undefined {
  const prepared = chainOf(call, index).find((each) => index.calledName(each) === 'prepare');
  if (!prepared || prepared === call) return textOf(call, index);
  const text = textOf(prepared, index);
  return text && { ...text, holes: [...text.holes, ...call.arguments.map(({ value }) => value)] };
}

function paramsOf({ values }: GivenText, index: ProgramIndex): readonly Temp[] {
  const list = elementsOf(values, index);
  return list.length > 0 ? list : entriesOf(values, index).map(({ value }) => value);
}

export function versionsInSql(sql: string, given: GivenText, index: ProgramIndex): Temp[] {
  const version = parseUpdate(sql)?.version;
  if (version === undefined) return [];
  if (version.startsWith('⟨')) {
    const hole = given.holes[Number(version.slice(1))];
    return hole === undefined ? [] : [hole];
  }
  const params = paramsOf(given, index);
  if (version.startsWith('$')) return params.slice(Number(version.slice(1)) - 1).slice(0, 1);
  if (version === '?') {
    const position =
      sql
        .slice(
          0,
          sql.search(
            /["'`[]?\b\w*(?:version|revision|rev|etag|updated_?at|seq)\b["'`\]]?\s*=\s*\?(?![\s\S]*\bset\b)/iu,
          ),
        )
        .split('?').length - 1;
    return [...(params.length > 0 ? params : given.holes)].slice(position, position + 1);
  }
  const named = entryOf(given.values, version.slice(1), index);
  return named === undefined ? [] : [named];
}

