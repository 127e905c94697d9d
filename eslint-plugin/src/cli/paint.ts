/** Colours, which are used on a terminal only, and how wide the output may be. */
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Puts a text in colours, or gives it back as it is. */
export type Paint = (format: Format, text: string) => string;

export function painter(color: boolean): Paint {
  // The decision is taken once, by `canPaint`: styleText is not to take another one.
  return color ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
}

/** NO_COLOR counts most (https://no-color.org), then FORCE_COLOR, then whether a terminal reads the output. */
export function canPaint(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 80;
const WIDEST = 120;

/** The columns to write in: those of the terminal within limits that read well, 100 where there is none. */
export function outputWidth(stream: { readonly columns?: number }): number {
  return Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? DEFAULT_WIDTH));
}
