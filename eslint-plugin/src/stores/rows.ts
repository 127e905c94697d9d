/**
 * Databases and object stores whose libraries have no model, by the shape of their calls: enough to tell that
 * two calls write the same row. Sources: the types of Prisma 7, Mongoose 9, mongodb 7, TypeORM 1, Sequelize 6,
 * Drizzle 0.45, Knex 3, Kysely 0.29, supabase-js 2, pg 8, postgres 3 and the AWS SDK 3.
 */
import type { StoreModel } from './model.js';

/** The store that all of them are for the analysis. */
export const ROWS: StoreModel = {
  id: 'rows',
  family: 'rows',
  packages: [],
  scope: 'distributed',
  methods: {},
};

export type RowOperation = 'read' | 'write' | 'delete' | 'create' | 'upsert';

/** An argument, or a property of it. */
export interface RowArgument {
  readonly at: number;
  readonly property?: string;
}

export interface RowMethod {
  readonly operation: RowOperation;
  readonly where?: RowArgument;
  /** The first argument is the id itself. */
  readonly byId?: boolean;
  readonly columns?: RowArgument;
}

export interface RowLibrary {
  /** What the object is called, whose method it is. */
  readonly receiver: RegExp;
  /** The types that it may be declared as, where its name says nothing. */
  readonly types?: RegExp;
  /** The table is the last property of the receiver, and what the rule is about is the object before it. */
  readonly delegate: boolean;
  /** A call counts only where its argument has one of these properties, or there is none. */
  readonly properties?: readonly string[];
  /** Its name says little: a call counts only where it says which rows, or what a new one holds. */
  readonly asksForRows?: boolean;
  readonly methods: Readonly<Record<string, RowMethod>>;
}

const WHERE: RowArgument = { at: 0, property: 'where' };
const DATA: RowArgument = { at: 0, property: 'data' };

const prisma: RowLibrary = {
  receiver: /prisma|^(?:db|tx|trx|client|database|orm)$/iu,
  types: /^(?:Prisma(?:Client|Service)|Prisma\.TransactionClient)$/u,
  delegate: true,
  properties: ['where', 'data', 'create', 'update', 'select', 'include'],
  methods: {
    update: { operation: 'write', where: WHERE, columns: DATA },
    updateMany: { operation: 'write', where: WHERE, columns: DATA },
    upsert: { operation: 'upsert', where: WHERE, columns: { at: 0, property: 'update' } },
    delete: { operation: 'delete', where: WHERE },
    deleteMany: { operation: 'delete', where: WHERE },
    create: { operation: 'create', columns: DATA },
    createMany: { operation: 'create', columns: DATA },
    findUnique: { operation: 'read', where: WHERE },
    findUniqueOrThrow: { operation: 'read', where: WHERE },
    findFirst: { operation: 'read', where: WHERE },
    findMany: { operation: 'read', where: WHERE },
    count: { operation: 'read', where: WHERE },
  },
};

const FILTER: RowArgument = { at: 0 };
const CHANGE: RowArgument = { at: 1 };

/** mongodb's collections and Mongoose's models. */
const mongo: RowLibrary = {
  receiver: /./u,
  delegate: false,
  methods: {
    updateOne: { operation: 'write', where: FILTER, columns: CHANGE },
    updateMany: { operation: 'write', where: FILTER, columns: CHANGE },
    replaceOne: { operation: 'write', where: FILTER, columns: CHANGE },
    findOneAndUpdate: { operation: 'write', where: FILTER, columns: CHANGE },
    findOneAndReplace: { operation: 'write', where: FILTER, columns: CHANGE },
    findByIdAndUpdate: { operation: 'write', where: FILTER, byId: true, columns: CHANGE },
    deleteOne: { operation: 'delete', where: FILTER },
    deleteMany: { operation: 'delete', where: FILTER },
    findOne: { operation: 'read', where: FILTER },
    findById: { operation: 'read', where: FILTER, byId: true },
    findOneAndDelete: { operation: 'delete', where: FILTER },
    findByIdAndDelete: { operation: 'delete', where: FILTER, byId: true },
    insertOne: { operation: 'create', columns: FILTER },
    insertMany: { operation: 'create', columns: FILTER },
    countDocuments: { operation: 'read', where: FILTER },
  },
};

const repository: RowLibrary = {
  receiver: /repo(?:sitory)?$/iu,
  types: /^(?:\w*Repository)$/u,
  delegate: false,
  methods: {
    update: { operation: 'write', where: FILTER, columns: CHANGE },
    delete: { operation: 'delete', where: FILTER },
    insert: { operation: 'create', columns: FILTER },
    save: { operation: 'create', columns: FILTER },
    find: { operation: 'read', where: WHERE },
    findBy: { operation: 'read', where: FILTER },
    findOneBy: { operation: 'read', where: FILTER },
    count: { operation: 'read', where: WHERE },
  },
};

/** Models are named like classes. */
const sequelize: RowLibrary = {
  receiver: /^[A-Z]/u,
  delegate: false,
  asksForRows: true,
  methods: {
    update: { operation: 'write', where: { at: 1, property: 'where' }, columns: { at: 0 } },
    destroy: { operation: 'delete', where: WHERE },
    bulkCreate: { operation: 'create', columns: FILTER },
    create: { operation: 'create', columns: FILTER },
    findAll: { operation: 'read', where: WHERE },
    count: { operation: 'read', where: WHERE },
  },
};

export const ROW_LIBRARIES: readonly RowLibrary[] = [prisma, mongo, repository, sequelize];

/** Firestore's documents: `collection.doc(id).set(data)`. Source: the types of @google-cloud/firestore 8. */
export const DOCUMENTS: Readonly<Record<string, RowOperation>> = {
  set: 'write',
  update: 'write',
  delete: 'delete',
  create: 'create',
  get: 'read',
};

/** The same as functions: `setDoc(doc(db, 'runs', id), data)`. Source: the types of firebase 12. */
export const DOCUMENT_FUNCTIONS: Readonly<Record<string, RowOperation>> = {
  setDoc: 'write',
  updateDoc: 'write',
  deleteDoc: 'delete',
  getDoc: 'read',
};

/** Objects of a bucket, by what their handle is made with. Sources: the types of @google-cloud/storage 7 and @azure/storage-blob 12. */
export const OBJECT_HANDLES: Readonly<Record<string, Readonly<Record<string, RowOperation>>>> = {
  file: { save: 'write', delete: 'delete', download: 'read' },
  getBlockBlobClient: { upload: 'write', uploadData: 'write', uploadFile: 'write', delete: 'delete' },
};

/** Which properties say where it is. */
export interface NamedCall {
  readonly operation: RowOperation;
  readonly table: string;
  readonly key: string;
}

/** Calls that name a row or an object in the one object that they are given: the SDK's document client, and S3 as it was in v2. */
export const NAMED_CALLS: Readonly<Record<string, NamedCall>> = {
  putObject: { operation: 'write', table: 'Bucket', key: 'Key' },
  upload: { operation: 'write', table: 'Bucket', key: 'Key' },
  deleteObject: { operation: 'delete', table: 'Bucket', key: 'Key' },
  getObject: { operation: 'read', table: 'Bucket', key: 'Key' },
  put: { operation: 'write', table: 'TableName', key: 'Item' },
  delete: { operation: 'delete', table: 'TableName', key: 'Key' },
  get: { operation: 'read', table: 'TableName', key: 'Key' },
};

/** Builders: what begins a statement, with the table in its first argument or in that of the call before it. */
export const BUILDERS: Readonly<Record<string, RowOperation>> = {
  update: 'write',
  updateTable: 'write',
  delete: 'delete',
  del: 'delete',
  deleteFrom: 'delete',
  truncate: 'delete',
  insert: 'create',
  insertInto: 'create',
  upsert: 'upsert',
  select: 'read',
  selectFrom: 'read',
  first: 'read',
};

/** Builder calls that choose rows: by an object, by column and value, or by a condition. */
export const CHOOSING = /^(?:where|andWhere|eq|match)$/u;
/** Builder calls that name what is written. */
export const FILLING = /^(?:set|values)$/u;
/** Builder calls after which an insert changes what is there. */
export const MERGING = /^(?:merge|onConflict\w*|onDuplicateKeyUpdate|ignore|orIgnore)$/u;

/** Methods that take a statement as a text. */
export const STATEMENTS =
  /^(?:query|execute|none|any|manyOrNone|unsafe|raw|\$(?:execute|query)Raw(?:Unsafe)?|sql)$/u;

/** Commands of the AWS SDK, sent as objects: where they name what they write. */
export const COMMANDS: Readonly<Record<string, NamedCall>> = {
  PutObjectCommand: { operation: 'write', table: 'Bucket', key: 'Key' },
  DeleteObjectCommand: { operation: 'delete', table: 'Bucket', key: 'Key' },
  GetObjectCommand: { operation: 'read', table: 'Bucket', key: 'Key' },
  PutCommand: { operation: 'write', table: 'TableName', key: 'Item' },
  PutItemCommand: { operation: 'write', table: 'TableName', key: 'Item' },
  DeleteCommand: { operation: 'delete', table: 'TableName', key: 'Key' },
  DeleteItemCommand: { operation: 'delete', table: 'TableName', key: 'Key' },
  GetCommand: { operation: 'read', table: 'TableName', key: 'Key' },
};

/** Names of calls that may write a row: what is looked for before anything is looked at. */
export const ROW_CALLS: ReadonlySet<string> = new Set([
  ...ROW_LIBRARIES.flatMap(({ methods }) => Object.keys(methods)),
  ...Object.keys(BUILDERS),
  ...Object.keys(DOCUMENTS),
  ...Object.keys(DOCUMENT_FUNCTIONS),
  ...Object.keys(NAMED_CALLS),
  ...Object.values(OBJECT_HANDLES).flatMap((methods) => Object.keys(methods)),
  ...['query', 'execute', 'none', 'any', 'manyOrNone', 'unsafe', 'raw', 'sql', 'send'],
  ...['$executeRaw', '$queryRaw', '$executeRawUnsafe', '$queryRawUnsafe'],
  ...['where', 'andWhere', 'eq', 'match', 'set', 'values', 'returning', 'exec', 'executeTakeFirst'],
]);

/** Those of them that write. */
export const ROW_WRITES: ReadonlySet<string> = new Set([
  ...ROW_LIBRARIES.flatMap(({ methods }) =>
    Object.entries(methods).flatMap(([name, { operation }]) => (operation === 'read' ? [] : [name])),
  ),
  ...Object.entries(BUILDERS).flatMap(([name, operation]) => (operation === 'read' ? [] : [name])),
  ...['set', 'setDoc', 'updateDoc', 'deleteDoc'],
  ...['put', 'putObject', 'deleteObject', 'save', 'upload', 'uploadData', 'uploadFile'],
  ...['query', 'execute', 'none', 'unsafe', 'sql', 'send', '$executeRaw', '$executeRawUnsafe'],
]);
