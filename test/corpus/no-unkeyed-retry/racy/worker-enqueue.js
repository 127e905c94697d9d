const Queue = require('bull');

const videos = new Queue('videos', process.env.REDIS_URL);

async function enqueue(file) {
  const job = { file, requestedAt: Date.now() };
  for (let attempt = 0; attempt < 3; attempt++) {
    const added = await videos.add('encode', job).catch(() => null); // RACE
    if (added) return added.id;
  }
  throw new Error('queue is down');
}

module.exports = { enqueue };
