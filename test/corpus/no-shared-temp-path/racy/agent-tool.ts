import { exec } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { promisify } from 'node:util';

const execAsync = promisify(exec);

export const pythonTool = {
  name: 'run_python',
  execute: async ({ code }: { code: string }) => {
    await fs.writeFile('/tmp/script.py', code); // RACE
    const { stdout } = await execAsync('python3 /tmp/script.py');
    return stdout;
  },
};
