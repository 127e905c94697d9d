// racy: the rounds never meet, but who asks for one at once meets them
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
  look()
    .catch((error) => console.error(error))
    .finally(() => setTimeout(round, 20_000));
}

round();

export const lookNow = () => look();
