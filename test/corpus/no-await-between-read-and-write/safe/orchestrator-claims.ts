// safe: an assignment is taken in the step that finds it open, and given back when it does not suit
import { randomUUID } from 'node:crypto';
import type { LLM } from './llm.js';

export interface Assignment {
  id: string;
  goal: string;
  status: 'open' | 'taken' | 'done';
  agent?: string;
  result?: string;
}

export class Orchestrator {
  private readonly board = new Map<string, Assignment>();

  constructor(private readonly llm: LLM) {}

  post(goal: string): string {
    const id = randomUUID();
    this.board.set(id, { id, goal, status: 'open' });
    return id;
  }

  async claim(agent: string, skills: string): Promise<Assignment | undefined> {
    for (const assignment of this.board.values()) {
      if (assignment.status !== 'open') continue;
      assignment.status = 'taken';
      assignment.agent = agent;
      const answer = await this.llm.complete(`Can someone with ${skills} do: ${assignment.goal}?`);
      if (answer.startsWith('yes')) return assignment;
      assignment.status = 'open';
      assignment.agent = undefined;
    }
    return undefined;
  }

  finish(id: string, result: string): void {
    const assignment = this.board.get(id);
    if (!assignment) throw new Error(`no assignment ${id}`);
    assignment.status = 'done';
    assignment.result = result;
  }
}
