// safe: the phase leaves Lobby in the step that checks it
export enum Phase {
  Lobby,
  Starting,
  Running,
}

export class Dungeon {
  phase = Phase.Lobby;
  map: number[][] = [];

  constructor(private readonly generateMap: (seed: number) => Promise<number[][]>) {}

  async onStart(seed: number) {
    switch (this.phase) {
      case Phase.Lobby: {
        this.phase = Phase.Starting;
        this.map = await this.generateMap(seed);
        this.phase = Phase.Running;
        return true;
      }
      default:
        return false;
    }
  }
}
