import { randomUUID } from 'node:crypto';
import type { LLM } from './llm.js';

export interface Assignment {
  id: string;
  goal: string;
  status: 'open' | 'taken' | 'done';
  agent?: string;
  result?: string;
}

interface Options {
  llm: LLM;
  onDone?(assignment: Assignment): void;
}

export class Orchestrator {
  private readonly board = new Map<string, Assignment>();
  private readonly llm: LLM;
  private readonly onDone: (assignment: Assignment) => void;

  constructor({ llm, onDone = () => {} }: Options) {
    this.llm = llm;
    this.onDone = onDone;
  }

  post(goal: string): string {
    const id = randomUUID();
    this.board.set(id, { id, goal, status: 'open' });
    return id;
  }

  get open(): Assignment[] {
    return [...this.board.values()].filter((a) => a.status === 'open');
  }

  /** An agent asks for work that suits it. */
  async claim(agent: string, skills: string): Promise<Assignment | undefined> {
    for (const assignment of this.board.values()) {
      if (assignment.status !== 'open') continue;
      const answer = await this.llm.complete(`Can someone with ${skills} do: ${assignment.goal}?`);
      if (!answer.startsWith('yes')) continue;
      assignment.status = 'taken'; // RACE
      assignment.agent = agent;
      return assignment;
    }
    return undefined;
  }

  finish(id: string, result: string): void {
    const assignment = this.board.get(id);
    if (!assignment) throw new Error(`no assignment ${id}`);
    assignment.status = 'done';
    assignment.result = result;
    this.onDone(assignment);
  }
}
