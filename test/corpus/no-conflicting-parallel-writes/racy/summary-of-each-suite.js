const fs = require('fs').promises;
const path = require('path');
async function writeSummary(dir, data) {
  await fs.writeFile(path.join(dir, 'summary.json'), JSON.stringify(data, null, 2));
}
async function runSuite(suite, dir) {
  const res = await suite.run();
  await writeSummary(dir, { suite: suite.name, ...res }); // RACE
  return res;
}
module.exports = async function runAll(suites, dir) {
  const pending = [];
  for (const s of suites) pending.push(runSuite(s, dir));
  return Promise.all(pending);
};
