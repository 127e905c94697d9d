/** The lines of a source that a witness walks through. */
import type { Paint } from './paint.js';
import { truncate } from './text-layout.js';

/**
 * Draws some lines of a source with their numbers; a gap is marked, a common indentation taken away.
 * @param sourceLines All lines of the source.
 * @param numbers Which of them, from 1; in any order, also more than once.
 */
export function drawExcerpt(
  sourceLines: readonly string[],
  numbers: readonly number[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const shown = [...new Set(numbers)].sort((a, b) => a - b);
  const texts = shown.map((number) => (sourceLines[number - 1] ?? '').replaceAll('\t', '  ').trimEnd());
  const margin = Math.min(...texts.map((text) => text.search(/\S|$/u)));
  const numberWidth = Math.max(...shown.map((number) => number.toString().length));
  return shown
    .flatMap((number, index) => {
      const isAfterGap = index > 0 && number !== (shown[index - 1] ?? 0) + 1;
      const code = truncate((texts[index] ?? '').slice(margin), width - numberWidth - ' │ '.length);
      const line = `${paint('dim', `${number.toString().padStart(numberWidth)} │`)} ${code}`;
      return isAfterGap ? [paint('dim', `${'⋮'.padStart(numberWidth)} │`), line] : [line];
    })
    .join('\n');
}
