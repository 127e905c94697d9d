export class Room {
  readonly members: string[] = [];
  constructor(readonly capacity: number) {}
  async join(name: string): Promise<boolean> {
    if (this.members.length >= this.capacity) return false;
    await this.greet(name);
    this.members.push(name); // RACE
    return true;
  }
  private async greet(name: string): Promise<void> { await new Promise((r) => setTimeout(r, 5, name)); }
}
