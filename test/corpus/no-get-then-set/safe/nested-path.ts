// safe: lodash get and set on an object made by the caller
import get from 'lodash/get';
import set from 'lodash/set';

export interface Draft {
  [key: string]: unknown;
}

export function addTo(draft: Draft, path: string, amount: number): Draft {
  const copy = structuredClone(draft);
  const current = Number(get(copy, path, 0));
  set(copy, path, current + amount);
  return copy;
}

export const total = (drafts: readonly Draft[], path: string): number =>
  drafts.reduce((sum, draft) => sum + Number(get(draft, path, 0)), 0);
