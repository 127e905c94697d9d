const { reportUsage } = require('./billing');

let requests = 0;

exports.countRequest = function countRequest() {
  requests += 1;
};

exports.flushUsage = async function flushUsage() {
  if (requests === 0) return;
  await reportUsage({ requests });
  requests = 0; // RACE
};
