import { describe, expect, test } from 'vitest';
import { describeFailure, Failure } from '../../eslint-plugin/dist/cli/failure.js';

describe('what is told when the check cannot run', () => {
  test.each([
    ['a reason of ours as it is', new Failure('No such thing.'), /^No such thing\.$/u],
    [
      'a file that may not be read',
      Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: 'src/a.ts' }),
      /^'src\/a\.ts' could not be read: permission denied\.$/u,
    ],
    [
      'a directory with nothing to check',
      Object.assign(new Error('x'), { messageTemplate: 'file-not-found', messageData: { pattern: 'docs' } }),
      /no JavaScript or TypeScript file to check in 'docs'/u,
    ],
    [
      'a package that is not installed',
      Object.assign(new Error("Cannot find package 'eslint' imported from lint.js"), {
        code: 'ERR_MODULE_NOT_FOUND',
      }),
      /npm install --save-dev eslint/u,
    ],
    [
      'too little memory',
      Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
      /NODE_OPTIONS=--max-old-space-size/u,
    ],
    [
      'code that is too deep for a rule',
      new RangeError('Maximum call stack size exceeded\nOccurred while linting src/deep.ts:3'),
      /^The check of 'src\/deep\.ts:3' failed: its code is nested too deeply/u,
    ],
    [
      'a fault of a rule, with the place',
      new TypeError('x is not iterable\nOccurred while linting src/a.ts:7\nRule: "interleave/some"'),
      /^The check of 'src\/a\.ts:7' failed \(TypeError: x is not iterable\)\..*please report it/u,
    ],
    ['anything else that is thrown', 'a string', /^The check failed \(Error: a string\)/u],
  ])('%s', (_, error, sentence) => {
    expect(describeFailure(error)).toMatch(sentence);
    expect(describeFailure(error)).not.toContain('\n');
  });
});
