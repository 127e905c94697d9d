/** The text of a file that is to be checked, and the name under which its language is known. */
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceFile } from './wire.js';

export interface Source {
  readonly uri: string;
  /** Where it lies on disk, or undefined for what is not a file. */
  readonly path: string | undefined;
  /** A name whose ending tells the language; for what is not a file, one without a folder. */
  readonly filename: string;
  readonly text: string;
  /** Its lines and positions. */
  readonly document: TextDocument;
}

/** What is read as JavaScript or TypeScript, whatever a configuration says. */
export const EXTENSIONS = /\.[mc]?[jt]sx?$/u;

const EXTENSION_OF: Readonly<Record<string, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
};

/** Undefined for a file that is not there (any more), or of which nothing tells the language. */
export async function readSource(file: SourceFile): Promise<Source | undefined> {
  const filename = filenameOf(file);
  if (filename === undefined) return undefined;
  const text = file.text ?? (file.path === undefined ? undefined : await readText(file.path));
  if (text === undefined) return undefined;
  return {
    uri: file.uri,
    path: file.path,
    filename,
    text,
    document: TextDocument.create(file.uri, file.language ?? '', 0, text),
  };
}

function filenameOf({ path, uri, language = '' }: SourceFile): string | undefined {
  const name = path ?? basename(uri.replace(/[?#].*$/u, ''));
  if (extname(name) !== '' && (EXTENSIONS.test(name) || path !== undefined)) return name;
  const extension = EXTENSION_OF[language];
  return extension === undefined ? undefined : join(name + extension);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // Gone, a folder, or not for us to read: nothing to say of it.
    return undefined;
  }
}
