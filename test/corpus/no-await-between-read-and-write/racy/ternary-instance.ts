import { GameWorld } from './world.js';

export class Worlds {
  private static instance: GameWorld | undefined;

  static async get(): Promise<GameWorld> {
    return Worlds.instance ? Worlds.instance : (Worlds.instance = await GameWorld.generate(42)); // RACE
  }

  static drop(): void {
    Worlds.instance = undefined;
  }
}
