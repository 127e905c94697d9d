import { access, readdir, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { render } from './render.mjs';

async function take(scene) {
  try {
    await access(`/srv/scenes/${scene}.taken`);
    return false;
  } catch {
    await writeFile(`/srv/scenes/${scene}.taken`, String(process.pid)); // RACE
    return true;
  }
}

// started as often as the machine has cores
while (true) {
  for (const scene of await readdir('/srv/scenes/open')) if (await take(scene)) await render(scene);
  await pause(1000);
}
