/** What users set, and what the server is told of it. */
import * as vscode from 'vscode';
import type { ServerOptions } from 'interleave-language-server/protocol';

export const SECTION = 'interleave';

/** ESLint's own extension, which reports what the workspace's configuration reports. */
const ESLINT_EXTENSION = 'dbaeumer.vscode-eslint';

export function isEnabled(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(SECTION, uri).get('enable', true);
}

export function hasLenses(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(SECTION, uri).get('codeLens', false);
}

export function checksWorkspaceAlways(): boolean {
  return vscode.workspace.getConfiguration(SECTION).get<string>('checkWorkspace') === 'always';
}

/** All that the server goes by. */
export function serverOptions(): ServerOptions {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return {
    isTrusted: vscode.workspace.isTrusted,
    level: settings.get<string>('level') === 'strict' ? 'strict' : 'recommended',
    useESLintConfig: settings.get('useESLintConfig', true),
    companion: isBesideESLint(settings.get<string>('besideESLint')),
    explainCommand: 'interleave.explainRace',
    reasonCommand: 'interleave.writeReason',
    status: true,
  };
}

function isBesideESLint(setting: string | undefined): boolean {
  if (setting === 'always' || setting === 'never') return setting === 'always';
  return vscode.extensions.getExtension(ESLINT_EXTENSION) !== undefined;
}
