// safe: the value is awaited first, the update is one step
import type { Request, Response } from 'express';
import { countTokens } from './tokenizer.js';

let tokensUsed = 0;

export async function meterPrompt(req: Request, res: Response): Promise<void> {
  const tokens = await countTokens(String(req.body.prompt ?? ''));
  tokensUsed += tokens;
  res.json({ tokensUsed });
}

export const currentUsage = () => tokensUsed;
