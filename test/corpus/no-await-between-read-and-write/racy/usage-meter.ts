import type { Request, Response } from 'express';
import { countTokens } from './tokenizer.js';

let tokensUsed = 0;

export async function meterPrompt(req: Request, res: Response): Promise<void> {
  const prompt = String(req.body.prompt ?? '');
  if (!prompt) {
    res.status(400).json({ error: 'prompt is empty' });
    return;
  }
  tokensUsed += await countTokens(prompt); // RACE
  res.json({ tokensUsed });
}

export function currentUsage(): number {
  return tokensUsed;
}
