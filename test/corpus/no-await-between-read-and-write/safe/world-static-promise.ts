// safe: the static field holds the promise
import { GameWorld } from './world.js';

export class Worlds {
  private static instance: Promise<GameWorld> | undefined;

  static get(): Promise<GameWorld> {
    return (Worlds.instance ??= GameWorld.generate(42));
  }

  static forget(): void {
    Worlds.instance = undefined;
  }
}
