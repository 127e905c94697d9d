const lockfile = require('proper-lockfile');
const { rewrite } = require('./rewrite');

module.exports = async function compact(file) {
  const release = await lockfile.lock(file, { retries: 3 }); // RACE
  await rewrite(file);
  await release();
};
