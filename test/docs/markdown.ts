/** The pages and the code blocks in them. A block's info string says what has to hold of it: ```ts reports */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const RULE_PAGES = 'eslint-plugin/docs/rules';

export interface Page {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface CodeBlock {
  readonly language: string;
  /** The rest of the info string, e.g. `['reports', 'strict']`. */
  readonly words: readonly string[];
  readonly text: string;
  /** The line of its first fence, from 1. */
  readonly line: number;
  /** The nearest heading above it. */
  readonly section: string;
}

export function readPage(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

export function rulePages(): Page[] {
  return readdirSync(join(root, RULE_PAGES)).map((name) => readPage(`${RULE_PAGES}/${name}`));
}

/** Every page of the project that people read. */
export function allPages(): Page[] {
  const others = [
    'README.md',
    'eslint-plugin/README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/agents.md',
  ];
  return [...others.map(readPage), ...rulePages()];
}

/** The fenced blocks of a page, in order. A fence in a list is indented; its text is given without that. */
export function codeBlocksOf({ text }: Page): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let section = '';
  let open:
    { readonly indent: string; readonly info: string; readonly line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^(?<indent> *)```(?<info>.*)$/u.exec(line);
    if (open) {
      if (fence?.groups?.['info'] === '') {
        const [language = '', ...words] = open.info.split(' ').filter(Boolean);
        blocks.push({ language, words, text: `${open.lines.join('\n')}\n`, line: open.line, section });
        open = undefined;
      } else open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else if (fence) {
      open = {
        indent: fence.groups?.['indent'] ?? '',
        info: fence.groups?.['info'] ?? '',
        line: index + 1,
        lines: [],
      };
    } else section = /^#+ (?<title>.+)$/u.exec(line)?.groups?.['title'] ?? section;
  }
  return blocks;
}

/** The text between backquotes, outside of fenced blocks. */
export function codeSpansOf(text: string): string[] {
  const prose = text.replaceAll(/^ *```.*?^ *```$/gmsu, '');
  return [...prose.matchAll(/`([^`\n]+)`/gu)].flatMap(([, span]) => span ?? []);
}

/** Where relative links lead: paths relative to the root, without fragments. */
export function linkedPathsOf({ path, text }: Page): string[] {
  return [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu)].map(([, target]) =>
    relative(root, join(root, path, '..', target ?? '')),
  );
}
