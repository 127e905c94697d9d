// safe: a lock directory, made with mkdir, keeps every other process out
const fs = require('fs');

async function withLock(fn) {
  for (;;) {
    try {
      fs.mkdirSync('state.lock'); // RACE no-unsafe-lock
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  try {
    return await fn();
  } finally {
    fs.rmdirSync('state.lock');
  }
}

exports.update = (key, value) =>
  withLock(() => {
    const state = JSON.parse(fs.readFileSync('state.json', 'utf8'));
    state[key] = value;
    fs.writeFileSync('state.json', JSON.stringify(state));
  });
