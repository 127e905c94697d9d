/** Interleave's diagnostics, as the editor has them. */
import * as vscode from 'vscode';

const SOURCE = 'interleave';

/** The races reported in a document, without the hints at their steps. */
export function racesOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(isRace);
}

export function isRace({ source, severity }: vscode.Diagnostic): boolean {
  return source === SOURCE && severity !== vscode.DiagnosticSeverity.Hint;
}

/** The page of the rule that reports at a place; undefined where none does. */
export function documentationAt(uri: vscode.Uri, position: vscode.Position): vscode.Uri | undefined {
  const found = racesOf(uri).find(({ range }) => range.contains(position));
  return typeof found?.code === 'object' ? found.code.target : undefined;
}
