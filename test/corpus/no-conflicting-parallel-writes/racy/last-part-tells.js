const { MongoClient } = require('mongodb');
const client = new MongoClient(process.env.MONGO_URL);
const jobs = client.db('etl').collection('jobs');
async function finish(jobId, status) {
  await jobs.updateOne({ _id: jobId }, { $set: { status, finishedAt: new Date() } });
}
async function runPart(jobId, part) {
  try {
    await part.run();
    await finish(jobId, 'ok'); // RACE
  } catch (err) {
    await finish(jobId, 'error');
  }
}
exports.runJob = async (job) => {
  await Promise.all(job.parts.map((p) => runPart(job._id, p)));
};
