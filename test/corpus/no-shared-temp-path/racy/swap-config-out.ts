import { writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
const PROMPT = '/tmp/agent-prompt.txt';
export function delegate(task: string): Promise<string> {
  return writeFile(PROMPT, task).then( // RACE
    () =>
      new Promise((resolve, reject) => {
        const child = spawn('agent', ['--file', PROMPT]);
        let text = '';
        child.stdout.on('data', (d) => (text += d));
        child.on('error', reject);
        child.on('close', () => resolve(text));
      }),
  );
}
