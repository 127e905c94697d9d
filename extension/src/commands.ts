/** Commands that only open something. */
import * as vscode from 'vscode';
import type { ReasonArguments } from 'interleave-language-server/protocol';
import { documentationAt } from './diagnostics.js';
import { reveal } from './reveal.js';

const HOME = 'https://github.com/interleave-dev/interleave#readme';

/** The page of a rule: the one given, or of the race at the cursor; else the project's. */
export async function openDocumentation(page?: unknown): Promise<void> {
  const given = typeof page === 'string' ? vscode.Uri.parse(page, true) : undefined;
  const editor = vscode.window.activeTextEditor;
  const here = editor && documentationAt(editor.document.uri, editor.selection.active);
  await vscode.env.openExternal(given ?? here ?? vscode.Uri.parse(HOME));
}

/** Selects what stands for the reason in a comment that was just written, so that typing replaces it. */
export async function writeReason({ uri, range }: ReasonArguments): Promise<void> {
  await reveal({ uri, range });
}

export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    'interleave.interleave#interleave.start',
    false,
  );
}

/** Loses updates: what the walkthrough starts from. */
const SAMPLE = `// Two visitors arrive at the same time. Both read 5, both write 6: one visit is lost.
import { readFile, writeFile } from 'node:fs/promises';

let visits = 0;

export async function visit(name: string): Promise<number> {
  const before = visits;
  await greet(name);
  visits = before + 1;
  return visits;
}

export async function remember(name: string): Promise<void> {
  const names: string[] = JSON.parse(await readFile('names.json', 'utf8'));
  names.push(name);
  await writeFile('names.json', JSON.stringify(names));
}

async function greet(name: string): Promise<void> {
  await fetch(\`https://example.com/greet?name=\${encodeURIComponent(name)}\`);
}
`;

export async function openSample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: SAMPLE });
  await vscode.window.showTextDocument(document);
}
