// racy: a slower lap whose film is checked for longer takes the place of a faster one
import { EventEmitter } from 'node:events';
import { checkFilm } from './marshals.js';

interface Track {
  fastest?: { driver: string; millis: number };
}

const tracks = new Map<string, Track>();

export function follow(timing: EventEmitter): void {
  timing.on('lap', async (name: string, driver: string, millis: number) => {
    const track = tracks.get(name);
    if (!track) return;
    if (track.fastest && track.fastest.millis <= millis) return;
    if (!(await checkFilm(name, driver))) return;
    track.fastest = { driver, millis }; // RACE
  });
}
