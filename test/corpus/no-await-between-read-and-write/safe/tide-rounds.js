// safe: a round sets the timer of the next one when it is done, and nothing else starts one
import { tidesAfter, warn } from './coast.js';

let latest = 0;

async function look() {
  const from = latest;
  const tides = await tidesAfter(from);
  for (const tide of tides) {
    await warn(tide);
    latest = tide.at;
  }
}

function round() {
  look()
    .catch((error) => console.error(error))
    .finally(() => setTimeout(round, 20_000));
}

let seen = 0;

async function count() {
  try {
    const before = seen;
    const tides = await tidesAfter(0);
    seen = before + tides.length;
  } finally {
    setTimeout(() => void count(), 60_000);
  }
}

round();
void count();
