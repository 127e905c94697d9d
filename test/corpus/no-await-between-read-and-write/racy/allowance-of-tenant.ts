import { summarise } from './model.js';

interface Allowance {
  tokens: number;
  since: Date;
}

const allowances: Record<string, Allowance> = {};
const windows = new Map<string, { started: number; calls: number }>();

function allowanceOf(tenant: string): Allowance {
  return (allowances[tenant] ??= { tokens: 50_000, since: new Date() });
}

function windowOf(tenant: string) {
  let current = windows.get(tenant);
  if (!current) {
    current = { started: Date.now(), calls: 0 };
    windows.set(tenant, current);
  }
  return current;
}

export async function summary(tenant: string, text: string): Promise<string> {
  const allowance = allowanceOf(tenant);
  const { tokens } = allowance;
  if (tokens < text.length) throw new Error('The allowance is used up.');
  const answer = await summarise(text);
  allowance.tokens = tokens - answer.tokens; // RACE
  return answer.text;
}

export async function counted(tenant: string, text: string): Promise<string> {
  const current = windowOf(tenant);
  const { calls } = current;
  const answer = await summarise(text);
  current.calls = calls + 1; // RACE
  return answer.text;
}
