const { promises: { stat, mkdir } } = require('fs');
exports.shard = async (root, id) => {
  const dir = `${root}/${id.slice(0, 2)}`;
  try { await stat(dir); } catch (e) { await mkdir(dir); } // RACE
  return dir;
};
