// safe: the run is made for this request and not kept anywhere
import type { Request, Response } from 'express';
import { callModel } from './llm.js';

class Run {
  tokens = 0;
  messages: string[] = [];

  async step(prompt: string): Promise<string> {
    const answer = await callModel([...this.messages, prompt]);
    this.messages = [...this.messages, prompt, answer.text];
    this.tokens += answer.tokens;
    return answer.text;
  }
}

export async function handle(req: Request, res: Response) {
  const run = new Run();
  for (const prompt of req.body.prompts as string[]) await run.step(prompt);
  res.json({ tokens: run.tokens, messages: run.messages });
}
