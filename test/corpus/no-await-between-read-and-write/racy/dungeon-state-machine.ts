export enum Phase {
  Lobby,
  Running,
  Over,
}

type Broadcast = (event: string, data?: unknown) => void;

export class Dungeon {
  phase = Phase.Lobby;

  constructor(
    private readonly generateMap: (seed: number) => Promise<number[][]>,
    private readonly broadcast: Broadcast,
  ) {}

  async onStart(seed: number) {
    switch (this.phase) {
      case Phase.Lobby: {
        const map = await this.generateMap(seed);
        this.phase = Phase.Running; // RACE
        this.broadcast('started', map);
        break;
      }
      case Phase.Running:
        this.broadcast('already-running');
        break;
      default:
        this.broadcast('over');
    }
  }

  onEnd() {
    this.phase = Phase.Over;
    this.broadcast('over');
  }
}
