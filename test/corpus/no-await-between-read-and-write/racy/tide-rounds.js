// racy: the next round is set before this one is done, so that a slow one meets it
import { tidesAfter, warn } from './coast.js';

let latest = 0;

async function look() {
  const from = latest;
  const tides = await tidesAfter(from);
  for (const tide of tides) {
    await warn(tide);
    latest = tide.at; // RACE
  }
}

function round() {
  setTimeout(round, 20_000);
  look().catch((error) => console.error(error));
}

round();
