const running = {};
exports.start = async (id) => {
  if (id in running) return running[id];
  const job = await launch(id);
  running[id] = job; // RACE
  return job;
};
