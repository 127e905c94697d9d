// safe: the lap is compared behind the wait, in the step that stores it
import { EventEmitter } from 'node:events';
import { checkFilm } from './marshals.js';

interface Track {
  fastest?: { driver: string; millis: number };
}

const tracks = new Map<string, Track>();

export function follow(timing: EventEmitter): void {
  timing.on('lap', async (name: string, driver: string, millis: number) => {
    if (!(await checkFilm(name, driver))) return;
    const track = tracks.get(name);
    if (!track) return;
    if (track.fastest && track.fastest.millis <= millis) return;
    track.fastest = { driver, millis };
  });
}
