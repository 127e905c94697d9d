export function createQueue(handle) {
  const jobs = [];
  async function next() {
    if (jobs.length === 0) return false;
    const job = jobs[0];
    await handle(job);
    jobs.shift(); // RACE
    return true;
  }
  return { push: (job) => jobs.push(job), next };
}
