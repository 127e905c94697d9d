interface Agent {
  id: string;
  idle: boolean;
  ping(): Promise<boolean>;
  solve(task: string): Promise<string>;
}

const agents: Agent[] = [];

export function register(agent: Agent) {
  agents.push(agent);
}

export async function dispatch(task: string): Promise<string | undefined> {
  const agent = agents.find((a) => a.idle);
  if (!agent) return undefined;
  if (!(await agent.ping())) return undefined;
  agent.idle = false; // RACE
  try {
    return await agent.solve(task);
  } finally {
    agent.idle = true;
  }
}
