/** "Explain Race": the race at a place, at the cursor, or one that is picked. */
import * as vscode from 'vscode';
import type { ExplainArguments, RaceReport } from 'interleave-language-server/protocol';
import { firstSentence } from 'interleave-language-server/words';
import type { LanguageClient } from 'vscode-languageclient/node';
import { askWitness } from '../requests.js';
import type { ExplainPanel } from './panel.js';

export async function explainRace(
  given: ExplainArguments | undefined,
  client: LanguageClient,
  panel: ExplainPanel,
): Promise<void> {
  const place = given ?? (await findPlace(client));
  if (place) await panel.show(place);
}

async function findPlace(client: LanguageClient): Promise<ExplainArguments | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage('Open a file, and put the cursor on a race.');
    return undefined;
  }
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const position = { line, character };
  const textDocument = { uri };
  const here = await askWitness(client, { textDocument, position });
  if (here.races.length > 0) return { uri, position };
  const { races } = await askWitness(client, { textDocument });
  const [first] = races;
  if (!first) {
    void vscode.window.showInformationMessage('Interleave finds no race in this file.');
    return undefined;
  }
  const race = races.length === 1 ? first : await pick(races);
  return race && { uri, position: race.location.range.start };
}

async function pick(races: readonly RaceReport[]): Promise<RaceReport | undefined> {
  const items = races.map((race) => ({
    label: firstSentence(race.message),
    description: `line ${race.location.range.start.line + 1}`,
    detail: `${race.rule}, ${race.certainty}`,
    race,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which race?',
    matchOnDetail: true,
  });
  return picked?.race;
}
