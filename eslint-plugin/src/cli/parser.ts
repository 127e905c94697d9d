/** typescript-eslint's parser, which says where code is too deep for it. */
import * as typescript from '@typescript-eslint/parser';
import type { Linter } from 'eslint';

/** ESLint's type of the visitor keys knows no `undefined` in them. */
type ParseResult = Omit<ReturnType<typeof typescript.parseForESLint>, 'visitorKeys'>;

export const parser: Linter.Parser = {
  meta: typescript.meta,

  parseForESLint(text: string, options?: typescript.ParserOptions): ParseResult {
    try {
      return typescript.parseForESLint(text, options);
    } catch (error) {
      throw error instanceof RangeError ? tooDeep() : error;
    }
  },
};

/** The stack ran over. Said as a syntax error, so that the other files are still checked. */
function tooDeep(): Error {
  return Object.assign(new Error('This file is nested too deeply to be read. Split its longest expression'), {
    lineNumber: 1,
    column: 1,
  });
}
