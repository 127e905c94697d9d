import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
const server = new McpServer({ name: 'files', version: '1.0.0' });
const ROOT = process.env.ROOT ?? '/workspace';
server.registerTool('create_file', { inputSchema: { name: z.string(), text: z.string() } }, async ({ name, text }) => {
  const full = path.join(ROOT, name);
  try {
    await fs.access(full);
    return { content: [{ type: 'text', text: 'The file exists already' }], isError: true };
  } catch {
    await fs.writeFile(full, text, 'utf8'); // RACE
    return { content: [{ type: 'text', text: 'created' }] };
  }
});
