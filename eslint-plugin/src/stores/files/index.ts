/** The libraries that reach the file system. All of them share one set of paths. */
import type { StoreModel } from '../model.js';
import { bun } from './bun.js';
import { commands } from './commands.js';
import { deno, denoStd } from './deno.js';
import { fsExtra } from './fs-extra.js';
import { lowdb, lowdbAdapters } from './lowdb.js';
import { nodeFs } from './node-fs.js';
import { SMALL_LIBRARIES } from './small-libraries.js';

export const FILE_STORES: readonly StoreModel[] = [
  nodeFs,
  fsExtra,
  ...SMALL_LIBRARIES,
  lowdbAdapters,
  lowdb,
  bun,
  deno,
  denoStd,
  commands,
];
