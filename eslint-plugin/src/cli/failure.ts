/** What to tell a user when the check cannot run: one sentence for each cause. */

/** A reason that the user can act on; its message is the whole sentence. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The sentence for any thrown value. */
export function describeFailure(error: unknown): string {
  if (error instanceof Failure) return error.message;
  return (
    describeUnmatched(error) ??
    describeUnreadable(error) ??
    describeMissingPackage(error) ??
    describeOutOfMemory(error) ??
    describeFault(error)
  );
}

/** The details for somebody who debugs, as `DEBUG=interleave` asks for them. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** ESLint found a path, and in it nothing to check. */
function describeUnmatched(error: unknown): string | undefined {
  const template = property(error, 'messageTemplate');
  const pattern = property(property(error, 'messageData'), 'pattern');
  const isUnmatched = template === 'file-not-found' || template === 'all-matched-files-ignored';
  if (!isUnmatched || typeof pattern !== 'string') return undefined;
  return `There is no JavaScript or TypeScript file to check in '${pattern}'. See interleave --help for what is left out.`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is gone',
  EMFILE: 'too many files are open',
  ELOOP: 'its symbolic links go in a circle',
};

function describeUnreadable(error: unknown): string | undefined {
  const code = property(error, 'code');
  const path = property(error, 'path');
  if (typeof code !== 'string' || typeof path !== 'string') return undefined;
  return `'${path}' could not be read: ${reasons[code] ?? code}.`;
}

/** A peer dependency, such as ESLint itself. */
function describeMissingPackage(error: unknown): string | undefined {
  const code = property(error, 'code');
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return undefined;
  const name = /^Cannot find (?:package|module) '([^'./][^']*)'/u.exec(
    String(property(error, 'message')),
  )?.[1];
  if (name === undefined) return undefined;
  return `The package '${name}' is missing: install it, with npm install --save-dev ${name}.`;
}

function describeOutOfMemory(error: unknown): string | undefined {
  if (property(error, 'code') !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  return 'There is not enough memory to check all of this at once: name fewer paths, or set NODE_OPTIONS=--max-old-space-size=8192.';
}

/** Our fault, or ESLint's. ESLint adds the place to the message of what a rule throws. */
function describeFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const place = /^Occurred while linting (.+)$/mu.exec(message)?.[1];
  const where = place === undefined ? 'The check failed' : `The check of '${place}' failed`;
  if (error instanceof RangeError && message.startsWith('Maximum call stack')) {
    return `${where}: its code is nested too deeply. Split its longest expression.`;
  }
  const what = `${error instanceof Error ? error.name : 'Error'}: ${message.split('\n', 1)[0] ?? ''}`;
  const way = place === undefined ? '' : ' Until it is fixed, check the other files without this one.';
  return `${where} (${what}). This is a fault of Interleave, not of your code: please report it, with what DEBUG=interleave shows.${way}`;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
