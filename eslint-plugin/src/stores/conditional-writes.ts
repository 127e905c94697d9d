/**
 * How writes say that they are meant for one version only, and how that is told apart from other writes, as
 * data: names of columns, of options and of methods that ORMs, SQL, HTTP and stores use for it. Sources: the
 * documentation of Prisma, Drizzle, Knex, Kysely, TypeORM, Sequelize, Mongoose, the AWS SDK v3, etcd3,
 * consul, NATS, Deno KV and RFC 9110 (13.1, conditional requests).
 */

/** Columns and fields that change with every write. */
export const VERSION_NAME =
  /^(?:_*v|_*version|version_?(?:id|number|no|stamp)|versionstamp|doc_?version|row_?version|lock_?version|opt_?lock|rev|_rev|revision|generation|etag|e_tag|_etag|seq(?:uence)?_?(?:no|number)?|updated_?at|modified_?at|last_?modified|last_?updated?|mod_?revision|modify_?index|resource_?version)$/iu;

/** Options, headers and parameters that hold the version a write is meant for; anywhere in its arguments. */
export const CONDITION_NAME =
  /^(?:if[-_]?match|if-unmodified-since|ifUnmodifiedSince|if-?generation-?match|ifMetagenerationMatch|if_?seq_?no|if_?primary_?term|expected_?(?:version|revision|etag|rev|seq\w*|last\w*)|prev_?(?:seq|rev|revision|version|index|exist)|previous_?(?:seq|rev|revision|version)|cas|_rev|resourceVersion|lastUpdateTime|accessCondition|(?:only_?)?if_?match|etag_?matches|if_?version)$/iu;

/** Options that hold a version for one method only: GitHub's contents API has the blob's `sha`. */
export const CONDITION_OF_METHOD: readonly { readonly method: RegExp; readonly option: string }[] = [
  { method: /^(?:createOrUpdateFileContents|createOrUpdateFile|deleteFile)$/u, option: 'sha' },
];

/** Properties under which a write keeps its values, and its condition. */
export const VALUES_NAME = /^(?:data|set|values|\$set|update|body|item|key_?value|value|attributes)$/iu;

/** Methods that write a version with a condition given as an object of columns. */
export const CONDITIONAL_METHODS: ReadonlyMap<string, 'throws' | 'result' | 'either'> = new Map(
  Object.entries({
    update: 'either',
    updateMany: 'result',
    updateOne: 'result',
    findOneAndUpdate: 'result',
    findOneAndReplace: 'result',
    replaceOne: 'result',
    findAndModify: 'result',
    upsert: 'either',
    delete: 'either',
    deleteOne: 'result',
    deleteMany: 'result',
  } as const),
);

/** Steps of a query that write, and those that hold its condition. */
export const QUERY_WRITES = /^(?:update|set|updateTable|patch|replaceInto|increment|decrement|updateMany)$/u;
export const QUERY_WHERES = /^(?:where|andWhere|whereRaw|filter|eq|match|whereRef|having|and)$/u;

/** Methods that take SQL as text. */
export const SQL_METHODS =
  /^(?:query|execute|exec|run|raw|one|none|oneOrNone|any|unsafe|\$executeRaw|\$queryRaw|\$executeRawUnsafe|\$queryRawUnsafe|sql|sequelizeQuery|prepare)$/u;

/** Methods that write where the version is kept by the library or the server, and say nothing of it in the call. */
export const SAVING_METHOD =
  /^(?:save|flush|commit|update|updateOne|updateMany|put|set|write|persist|replace|replaceOne|replaceItem|patch|upsert|store|store[A-Z]\w*|save[A-Z]\w*|update[A-Z]\w*|put[A-Z]\w*|write[A-Z]\w*|persist[A-Z]\w*|replace[A-Z]\w*|patch[A-Z]\w*|set[A-Z]\w*|compareAnd\w+|cas|casWrite|conditional\w+|push[A-Z]\w*|commit[A-Z]\w*)$/u;

/** Methods that bring an object up to date. */
export const FRESHENING_METHODS =
  /^(?:reload|refresh|refetch|sync|populateFresh|hydrate|fetchLatest|pull|refreshEntity)$/u;

/** Functions that give another value each time. */
export const NEW_EACH_TIME =
  /^(?:randomUUID|uuid\w*|v[147]|nanoid|ulid|cuid\w*|createId|now|random\w*|hrtime|ObjectId|generateId|newId|genId|makeId|snowflake)$/u;

const WRITES =
  /^(?:save|update|insert|create|delete|remove|put|set|write|publish|send|push|upsert|commit|watch|lock|acquire|connect|disconnect|begin|start|sleep|delay|wait|hset|incr\w*|log)(?:[A-Z_].*)?$/u;

const READS =
  /^(?:get|find|fetch|load|read|select|query|first|one|retrieve|lookup|hget|take|current|latest|peek|scan|execute)(?:[A-Z_].*|all)?$/u;

/** A call that gives what is stored somewhere, by its name. */
export function isReadName(name: string): boolean {
  return READS.test(name);
}

/** Parts of a record that stay what they are. */
export const IDENTITY_NAME = /^(?:_?id|uuid|key|pk|sk|slug|[a-z]\w*Id|name|path|url|href)$/u;

/** A call that writes, waits or sets something up gives no state that others share. */
export function isWriteName(name: string): boolean {
  return WRITES.test(name);
}

/** What the caller of an HTTP handler sent is not a read of shared state. */
export function isRequestRead(name: string | undefined): boolean {
  return name !== undefined && /^(?:req|request|ctx|context|c|event|incoming)$/u.test(name);
}

/** An SQL update with its assignments and its condition. */
export interface SqlUpdate {
  readonly table: string;
  readonly assignments: string;
  readonly condition: string;
  /** How the version's value is written there: `$3`, `?`, `:version`. */
  readonly version?: string;
}

const UPDATE =
  /\bupdate\s+(?:only\s+)?["'`[]?([\w.]+)["'`\]]?[\s\S]*?\bset\b([\s\S]*?)(?:\bwhere\b([\s\S]*))?$/iu;
const VERSION_TEST =
  /["'`[]?\b(?:_*version|lock_?version|row_?version|doc_?version|version_?(?:no|number|id)|revision|rev|etag|updated_?at|modified_?at|xmin|seq|opt_?lock)\b["'`\]]?\s*(?:=|is not distinct from)\s*(\$\d+|\?|[:@]\w+|⟨\d+)/iu;

/** Takes an update apart. */
export function parseUpdate(sql: string): SqlUpdate | undefined {
  const found = UPDATE.exec(sql);
  const [, table, assignments = '', condition = ''] = found ?? [];
  if (table === undefined) return undefined;
  const version = VERSION_TEST.exec(condition)?.[1];
  return { table, assignments, condition, ...(version !== undefined && { version }) };
}
