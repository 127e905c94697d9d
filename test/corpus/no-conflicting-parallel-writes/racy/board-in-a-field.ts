import fs from "node:fs/promises";
type Finding = { agent: string; text: string };
export class Blackboard {
  constructor(private readonly file = "blackboard.json") {}
  async publish(f: Finding) { await fs.writeFile(this.file, JSON.stringify(f)); }
}
export class Crew {
  private board = new Blackboard();
  constructor(private agents: { name: string; think(): Promise<string> }[]) {}
  async kickoff() {
    await Promise.all(this.agents.map(async (a) => {
      const text = await a.think();
      await this.board.publish({ agent: a.name, text }); // RACE
    }));
  }
}
