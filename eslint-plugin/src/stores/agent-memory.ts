/**
 * What frameworks keep for their agents. Working memory is one document, read and replaced as a whole: Mastra
 * (`@mastra/memory`), VoltAgent (`@voltagent/core`), `@ai-sdk-tools/memory`. A session of the OpenAI Agents SDK adds
 * items, and is replaced by clearing it first. Sources: their types and documentation.
 */
import type { ArgumentRef, StoreModel } from './model.js';

function workingMemory(owners: readonly string[], content: string): StoreModel['methods'] {
  const key: ArgumentRef = { first: owners.map((owner) => ({ at: 0, path: [owner] })) };
  return {
    getWorkingMemory: { operation: 'read', key },
    updateWorkingMemory: { operation: 'write', key, value: { at: 0, path: [content] } },
  };
}

export const mastraMemory: StoreModel = {
  id: 'mastra-memory',
  packages: ['@mastra/memory', '@mastra/core/memory'],
  scope: 'distributed',
  classes: { Memory: 'client' },
  types: { Memory: 'client', MastraMemory: 'client' },
  methods: workingMemory(['resourceId', 'threadId'], 'workingMemory'),
};

export const voltagentMemory: StoreModel = {
  id: 'voltagent-memory',
  packages: ['@voltagent/core'],
  scope: 'distributed',
  classes: { Memory: 'client' },
  types: { Memory: 'client' },
  methods: workingMemory(['conversationId', 'userId'], 'content'),
};

export const aiSdkMemory: StoreModel = {
  id: 'ai-sdk-memory',
  packages: ['@ai-sdk-tools/memory'],
  scope: 'distributed',
  classes: { InMemoryProvider: 'client', UpstashProvider: 'client', DrizzleProvider: 'client' },
  types: { MemoryProvider: 'client' },
  methods: workingMemory(['chatId', 'userId'], 'content'),
};

const SESSION = { constant: 'session' } as const;

export const openaiSession: StoreModel = {
  id: 'openai-session',
  packages: ['@openai/agents', '@openai/agents-core', '@openai/agents-openai'],
  scope: 'distributed',
  classes: { MemorySession: 'client', OpenAIConversationsSession: 'client' },
  types: { Session: 'client', MemorySession: 'client', OpenAIConversationsSession: 'client' },
  methods: {
    getItems: { operation: 'read', key: SESSION },
    addItems: { operation: 'atomic', key: SESSION, value: 0, adds: true },
    popItem: { operation: 'atomic', key: SESSION },
    clearSession: { operation: 'delete', key: SESSION },
  },
};
