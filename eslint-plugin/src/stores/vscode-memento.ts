/**
 * State of a VS Code extension. Source: https://code.visualstudio.com/api/references/vscode-api#Memento. `get` is synchronous, `update` changes
 * what `get` gives at once and saves it later; windows overwrite each other.
 */
import type { StoreModel } from './model.js';

export const vscodeMemento: StoreModel = {
  id: 'vscode-memento',
  packages: ['vscode'],
  scope: 'host',
  sync: true,
  live: true,
  types: { Memento: 'client', ExtensionContext: 'holder' },
  ambientTypes: { 'vscode.Memento': 'client', 'vscode.ExtensionContext': 'holder' },
  properties: { globalState: 'client', workspaceState: 'client' },
  conventions: ['*.globalState', '*.workspaceState'],
  methods: {
    get: { operation: 'read', key: 0 },
    update: { operation: 'write', key: 0, value: 1 },
  },
};

/** Secrets are asynchronous, and copies. */
export const vscodeSecrets: StoreModel = {
  id: 'vscode-secrets',
  packages: ['vscode'],
  scope: 'host',
  types: { SecretStorage: 'client', ExtensionContext: 'holder' },
  properties: { secrets: 'client' },
  conventions: ['context.secrets', 'ctx.secrets'],
  methods: {
    get: { operation: 'read', key: 0 },
    store: { operation: 'write', key: 0, value: 1 },
    delete: { operation: 'delete', key: 0 },
  },
};
