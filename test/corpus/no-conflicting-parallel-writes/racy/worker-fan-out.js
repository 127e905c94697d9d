const fs = require('fs').promises;

class Pool {
  constructor(jobs, run) {
    this.jobs = jobs;
    this.run = run;
    this.statusFile = './pool-result.json';
  }

  async start(size) {
    const workers = [];
    for (let i = 0; i < size; i++) {
      workers.push(this.work());
    }
    await Promise.all(workers);
  }

  async work() {
    let job;
    while ((job = this.jobs.shift())) {
      const result = await this.run(job);
      await fs.writeFile(this.statusFile, JSON.stringify(result)); // RACE
    }
  }
}

module.exports = { Pool };
