import { promises as fs } from 'fs';
import path from 'path';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
const FILE = process.env.TASKS_FILE ?? path.join(import.meta.dirname, 'tasks.json');
async function load(): Promise<{ tasks: { id: string; done: boolean }[] }> {
  try {
    return JSON.parse(await fs.readFile(FILE, 'utf-8'));
  } catch {
    return { tasks: [] };
  }
}
async function save(data: object) {
  await fs.writeFile(FILE, JSON.stringify(data, null, 2), 'utf-8');
}
const server = new Server({ name: 'tasks', version: '1' }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  switch (request.params.name) {
    case 'complete': {
      const data = await load();
      const task = data.tasks.find((t) => t.id === request.params.arguments?.id);
      if (!task) throw new Error('no such task');
      task.done = true;
      await save(data); // RACE
      return { content: [{ type: 'text', text: 'done' }] };
    }
    default:
      throw new Error('unknown');
  }
});
