const fs = require('fs').promises;

const state = { jobs: {}, hasChanges: false };

exports.setJob = (id, job) => {
  state.jobs[id] = job;
  state.hasChanges = true;
};

async function save() {
  await fs.writeFile('jobs.json', JSON.stringify(state.jobs));
}

exports.tick = async () => {
  if (state.hasChanges) {
    await save();
    state.hasChanges = false; // RACE
  }
};
