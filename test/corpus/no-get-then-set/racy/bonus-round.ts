import { Redis } from 'ioredis';

type Player = { id: string; bonus: number };

const makeKey = function (season: number, id: string): string {
  return `s${season}:bonus:${id}`;
};

export class BonusRound {
  constructor(
    readonly season: number,
    private readonly backend: { db: Redis; log?: (line: string) => void },
  ) {}

  async payOut(players: Player[]): Promise<void> {
    await Promise.all(
      players.map(async ({ id, bonus }) => {
        const key = makeKey(this.season, id);
        const paid = await this.backend.db.get(key);
        const sum = parseFloat(paid ?? '0') + bonus;
        await this.backend.db.set(key, sum.toFixed(2), 'EX', 90 * 86_400); // RACE
        this.backend.log?.(`${id} has ${sum}`);
      }),
    );
  }
}
