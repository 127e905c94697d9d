const { post } = require('./http');

const emptyStats = () => ({ hits: 0, misses: 0, latencies: [] });

let stats = emptyStats();

exports.record = function record(hit, latency) {
  if (hit) stats.hits++;
  else stats.misses++;
  stats.latencies.push(latency);
};

exports.report = async function report() {
  await post('/stats', stats);
  stats = emptyStats(); // RACE
};
