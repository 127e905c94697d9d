import { promises as fsp } from 'node:fs';

const MEMORY = 'MEMORY.md';

export const memoryTool = {
  name: 'remember',
  async execute({ fact }: { fact: string }) {
    const memory = await fsp.readFile(MEMORY, 'utf8');
    const lines = memory.split('\n');
    const section = lines.indexOf('## Facts');
    lines.splice(section + 1, 0, `- ${fact}`);
    await fsp.writeFile(MEMORY, lines.join('\n')); // RACE
    return 'ok';
  },
};
