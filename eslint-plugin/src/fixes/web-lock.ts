/**
 * A lock of the browser around read and write, for stores that the tabs and workers of an origin share.
 * Source: https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
import { globalName } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { runInCallback } from './lock/callback.js';
import { takesLock } from './lock/nesting.js';
import { sectionOf } from './lock/section.js';
import { canReenter } from './stale-write/reentry.js';
import type { RewriteOf } from './rewrite.js';

/** Stores of the browser, by the name that their locks begin with. */
const BROWSER_STORES: Readonly<Record<string, string>> = {
  'local-storage': 'localStorage',
  'chrome-storage': 'chrome.storage',
  idb: 'idb',
  'idb-keyval': 'idb-keyval',
  localforage: 'localforage',
};

export const rewriteToWebLock: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  const { resource } = race.write;
  const store = BROWSER_STORES[resource.store];
  if (store === undefined) return undefined;
  const section = sectionOf(sourceCode, race);
  if (!section || takesLock(sourceCode, section) || (section.owner && canReenter(sourceCode, section)))
    return undefined;
  const { quote } = styleOf(sourceCode);
  // One lock for the store is enough, and right whatever the key is.
  const name = quote + store + quote;
  const edits = runInCallback(
    sourceCode,
    section,
    `${globalName(sourceCode, 'navigator')}.locks.request(${name}, `,
  );
  return edits && { title: 'Hold a Web Lock from the read to the write', edits };
};
