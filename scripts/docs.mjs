// npm run docs [-- --check]: writes the parts of pages that are made from the rules, from what the command prints and
// from the extension's manifest; with --check it only names the pages that are out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extensionPage, withManifestTables } from './docs-extension.mjs';
import { main, SetupError } from './main.mjs';
import { cli, root } from './paths.mjs';
import { makeReady } from './ready.mjs';

const rulePages = 'eslint-plugin/docs/rules';
const headerEnd = '<!-- end auto-generated rule header -->';
const tableStart = '<!-- begin auto-generated rules list -->';
const tableEnd = '<!-- end auto-generated rules list -->';

// Imported when they are installed for certain.
let Linter, parser;

await main(async (args) => {
  await makeReady();
  const { default: plugin } = await import(pathToFileURL(join(root, 'eslint-plugin/dist/index.js')).href);
  ({ Linter } = await import('eslint'));
  ({ parser } = await import('typescript-eslint'));
  const { format, resolveConfig } = await import('prettier');
  const style = await resolveConfig(join(root, 'README.md'));
  const stale = [];
  const pages = ['README.md', 'eslint-plugin/README.md', 'docs/agents.md', extensionPage];
  for (const path of [...pages, ...pagesOfRules(plugin)]) {
    const before = readFileSync(join(root, path), 'utf8');
    const after = await format(withGeneratedParts(before, path, plugin), { ...style, parser: 'markdown' });
    if (after === before) continue;
    stale.push(path);
    // eslint-disable-next-line interleave/no-file-read-modify-write -- who writes pages runs it by hand, once at a time
    if (!args.includes('--check')) writeFileSync(join(root, path), after);
  }
  if (stale.length === 0) return 0;
  if (!args.includes('--check')) {
    console.log(`Written: ${stale.join(', ')}`);
    return 0;
  }
  console.log(`Out of date: ${stale.join(', ')}. Run: npm run docs`);
  return 1;
});

function pagesOfRules({ rules }) {
  const pages = Object.keys(rules).map((name) => `${rulePages}/${name}.md`);
  const missing = pages.filter((page) => !existsSync(join(root, page)));
  if (missing.length > 0) throw new SetupError(`A rule has no page: ${missing.join(', ')}`);
  return pages;
}

function withGeneratedParts(text, path, plugin) {
  const ofRule = dirname(path) === rulePages ? withHeader(text, path, plugin) : text;
  const ofExtension = path === extensionPage ? withManifestTables(ofRule) : ofRule;
  return withRewrites(withExplanations(withTable(ofExtension, path, plugin)), path, plugin);
}

/** The first lines of a rule's page: title, description, what `meta` and the configs say. */
function withHeader(text, path, { rules, configs }) {
  const name = path.slice(rulePages.length + 1, -'.md'.length);
  const { meta } = rules[name];
  const asked = ({ rules: set }) => set[`interleave/${name}`]?.[1].certainty;
  const header = [
    `# interleave/${name}`,
    `📝 ${meta.docs.description}.`,
    `✅ On in the \`recommended\` config for races that are at least \`${asked(configs.recommended)}\`, in \`strict\` for those that are at least \`${asked(configs.strict)}\`.`,
    ...(meta.hasSuggestions
      ? [
          '💡 Offers rewrites as [suggestions](https://eslint.org/docs/latest/use/core-concepts/#rule-suggestions); `--fix` applies none.',
        ]
      : []),
    headerEnd,
  ];
  return header.join('\n\n') + (text.split(headerEnd)[1] ?? `\n\n${text}`);
}

/** The table of all rules, where a page has a place for it. */
function withTable(text, path, { rules, configs }) {
  const [before, rest] = text.split(tableStart);
  const after = rest?.split(tableEnd)[1];
  if (after === undefined) return text;
  const page = (name) => relative(dirname(path), `${rulePages}/${name}.md`).replaceAll('\\', '/');
  const rows = Object.entries(rules)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { meta }]) => {
      const on = configs.recommended.rules[`interleave/${name}`] ? '✅' : '';
      return `| [\`${name}\`](${page(name)}) | ${meta.docs.description} | ${on} | ${meta.hasSuggestions ? '💡' : ''} |`;
    });
  const legend = '✅ on in `recommended` and `strict`; 💡 offers rewrites as suggestions';
  const table = ['| Rule | | | |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return `${before}${tableStart}\n\n${legend}\n\n${table}\n\n${tableEnd}${after}`;
}

/** Blocks that start with ```text explain <path> hold what the command prints for that path. */
function withExplanations(text) {
  return text.replace(/(?<=^```text explain (\S+)\n)[^]*?(?=^```$)/gmu, (_, path) => explain(path));
}

/** Blocks that start with ```ts rewrite <word> hold what the suggestion with that word in its title makes of the block above. */
function withRewrites(text, path, plugin) {
  let racy;
  return text.replace(
    /(?<=^```(\w+) (reports|rewrite)(.*)\n)[^]*?(?=^```$)/gmu,
    (block, language, kind, words) => {
      if (kind === 'reports') {
        racy = block;
        return block;
      }
      const found = suggestionsFor(racy, language, plugin).find(({ desc }) => desc.includes(words.trim()));
      if (!found) throw new SetupError(`${path}: no suggestion says "${words.trim()}" for:\n\n${racy}`);
      if (!text.replace(/\s+/gu, ' ').includes(found.desc))
        throw new SetupError(`${path} shows a rewrite but not its title: ${found.desc}`);
      return found.text;
    },
  );
}

function suggestionsFor(block, language, plugin) {
  const code = block.replace(/ *\/\/ reported.*$/gmu, '');
  const config = [{ files: ['**/*.*'], languageOptions: { parser } }, plugin.configs.strict];
  const messages = new Linter().verify(code, config, { filename: `example.${language}` });
  return messages.flatMap(({ suggestions = [] }) =>
    suggestions.map(({ desc, fix: { range, text } }) => ({
      desc,
      text: code.slice(0, range[0]) + text + code.slice(range[1]),
    })),
  );
}

function explain(path) {
  const env = { ...process.env, NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, '--explain', path], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  if (status !== 1) throw new SetupError(`interleave --explain ${path} reports no race:\n${stderr}`);
  return stdout;
}
