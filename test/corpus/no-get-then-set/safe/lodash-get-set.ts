// safe: lodash get and set on a local object
import get from 'lodash/get';
import set from 'lodash/set';

export function applyDelta<T extends object>(state: T, path: string, delta: number): T {
  const copy = structuredClone(state);
  const value = Number(get(copy, path, 0));
  set(copy, path, value + delta);
  return copy;
}
