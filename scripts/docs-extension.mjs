/** The tables of commands and settings in the extension's README, from its manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const extensionPage = 'extension/README.md';

export function withManifestTables(text) {
  const { contributes } = JSON.parse(readFileSync(join(root, 'extension/package.json'), 'utf8'));
  return withTable(
    withTable(text, 'commands', commandRows(contributes)),
    'settings',
    settingRows(contributes),
  );
}

function withTable(text, name, rows) {
  const [start, end] = [`<!-- begin auto-generated ${name} -->`, `<!-- end auto-generated ${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${extensionPage} has no place for the table of ${name}`);
  return `${before}${start}\n\n${rows.join('\n')}\n\n${end}${after}`;
}

function commandRows({ commands }) {
  const rows = commands.map(({ command, title, category }) => `| ${category}: ${title} | \`${command}\` |`);
  return ['| Command | Id |', '| --- | --- |', ...rows];
}

function settingRows({ configuration: { properties } }) {
  const rows = Object.entries(properties)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([name, setting]) => {
      const { scope, markdownDescription, default: initial } = setting;
      const cells = [
        `\`${name}\``,
        `\`${JSON.stringify(initial)}\``,
        scope,
        markdownDescription + describeValues(setting),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  return ['| Setting | Default | Scope | |', '| --- | --- | --- | --- |', ...rows];
}

function describeValues({ enum: values = [], enumDescriptions = [] }) {
  return values.map((value, index) => `<br>\`"${value}"\`: ${enumDescriptions[index]}`).join('');
}
