// Safe: the workers share a queue, and write a file for each job they take.
const fs = require('fs').promises;

async function drain(jobs, run, size) {
  const work = async () => {
    let job;
    while ((job = jobs.shift())) {
      const result = await run(job);
      await fs.writeFile(`results/${job.id}.json`, JSON.stringify(result));
    }
  };
  await Promise.all(Array.from({ length: size }, work));
}

module.exports = { drain };
