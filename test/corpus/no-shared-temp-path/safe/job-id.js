// safe: one job has the folder to itself
const fs = require('fs/promises');
const path = require('path');

exports.process = async (job) => {
  const { id: jobId } = job;
  const dir = path.join('/tmp', 'jobs', jobId);
  await fs.mkdir(dir, { recursive: true });
  await fs.writeFile(path.join(dir, 'input.json'), JSON.stringify(job.data));
};
