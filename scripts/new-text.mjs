import { SetupError } from './main.mjs';

/** `cache-manager` as the name of a constant. */
export const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Puts text in front of the first `before` that follows `after`. */
export function addBefore(source, { after = '', before, text }) {
  const start = source.indexOf(after);
  const place = start < 0 ? -1 : source.indexOf(before, start);
  if (place < 0)
    throw new SetupError(`Cannot find "${(after + before).trim()}" to add to. Nothing was written.`);
  return source.slice(0, place) + text + source.slice(place);
}
