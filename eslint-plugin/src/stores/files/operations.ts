/** What calls of file systems do, whatever library offers them. */
import type { MethodModel, VariantModel } from '../model.js';

type Methods = Readonly<Record<string, MethodModel>>;

/**
 * What the flags of an open file say, as a text after the path or as an option. Source: the list of file system
 * flags in Node's documentation. `x` fails with EEXIST where the file is there.
 */
function flags(option: 'flag' | 'flags'): VariantModel[] {
  const variant = (flag: string, found: Pick<VariantModel, 'operation' | 'only'>): VariantModel[] => [
    { ...found, token: flag.toUpperCase() },
    { ...found, option, equals: flag },
  ];
  return [
    ...['wx', 'xw', 'wx+', 'xw+', 'ax', 'xa', 'ax+', 'xa+'].flatMap((flag) =>
      variant(flag, { operation: 'write', only: 'absent' }),
    ),
    { operation: 'write', only: 'absent', constant: 'O_EXCL' },
    ...['a', 'a+', 'as', 'sa', 'as+', 'sa+'].flatMap((flag) => variant(flag, { operation: 'atomic' })),
    { operation: 'atomic', constant: 'O_APPEND' },
  ];
}

export const READ: MethodModel = { operation: 'read', key: 0 };
export const CHECK: MethodModel = { operation: 'check', key: 0 };
export const APPEND: MethodModel = { operation: 'atomic', key: 0, value: 1 };
/** Replaces what is there, or makes it. */
export const WRITE: MethodModel = { operation: 'write', key: 0, value: 1, variants: flags('flag') };
export const WRITE_STREAM: MethodModel = { operation: 'write', key: 0, variants: flags('flags') };

/** Opens a file: `w` empties it, `x` claims it; else it only has to be there. */
export const OPEN: MethodModel = {
  operation: 'check',
  key: 0,
  variants: [
    ...flags('flag'),
    ...['w', 'w+'].map((flag): VariantModel => ({ operation: 'write', token: flag.toUpperCase() })),
    { operation: 'write', constant: 'O_TRUNC' },
  ],
};

/** Fails where there is nothing. */
export const REMOVE: MethodModel = { operation: 'delete', key: 0, only: 'present' };
/** The same, unless told to be content with nothing there. */
export const REMOVE_OR_FORCE: MethodModel = {
  ...REMOVE,
  variants: [{ operation: 'delete', option: 'force' }],
};
/** Leaves nothing, whatever there was. */
export const CLEAR: MethodModel = { operation: 'delete', key: 0 };

/** Fails with EEXIST where there is something; `recursive` is content with a directory. */
export const MAKE_DIRECTORY: MethodModel = {
  operation: 'write',
  only: 'absent',
  key: 0,
  variants: [{ operation: 'atomic', option: 'recursive' }],
};
/** Makes what is missing, as often as one likes. */
export const ENSURE: MethodModel = { operation: 'atomic', key: 0 };
/** A link at the second path; fails where there is something. */
export const LINK: MethodModel = { operation: 'write', only: 'absent', key: 1 };

/** Puts the first path's file in the place of the second's, in one step. */
export const RENAME: MethodModel = {
  operation: 'write',
  key: 1,
  copies: 0,
  also: [{ operation: 'delete', key: 0, only: 'present' }],
};
export const COPY: MethodModel = {
  operation: 'write',
  key: 1,
  copies: 0,
  variants: [{ operation: 'write', only: 'absent', constant: 'COPYFILE_EXCL' }],
  also: [READ],
};
/** Copies what is missing; `force: false` leaves what is there. */
export const COPY_TREE: MethodModel = {
  ...COPY,
  variants: [{ operation: 'write', only: 'absent', option: 'errorOnExist' }],
};

/** The same methods, and each with `Sync` behind its name. */
export function withSync(methods: Methods): Methods {
  const sync = Object.entries(methods).map(([name, method]) => [`${name}Sync`, method] as const);
  return { ...methods, ...Object.fromEntries(sync) };
}

/** The same methods below a word: of an object that stands for a path, which they then no longer name. */
export function below(word: string, methods: Methods): Methods {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [`${word}.${name}`, method]));
}

export const READ_SELF: MethodModel = { operation: 'read', key: { of: 'receiver' } };
export const CHECK_SELF: MethodModel = { operation: 'check', key: { of: 'receiver' } };
export const WRITE_SELF: MethodModel = { operation: 'write', key: { of: 'receiver' }, value: 0 };
export const APPEND_SELF: MethodModel = { operation: 'atomic', key: { of: 'receiver' }, value: 0 };
export const REMOVE_SELF: MethodModel = { operation: 'delete', key: { of: 'receiver' } };

/** What all models of the file system say of it. */
export const FILE_SYSTEM = {
  family: 'files',
  scope: 'host',
  space: 'file system',
  functions: true,
  throws: true,
} as const;
