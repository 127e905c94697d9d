// safe: only what was reported is taken off
const { reportUsage } = require('./billing');

let requests = 0;

exports.countRequest = function countRequest() {
  requests += 1;
};

exports.flushUsage = async function flushUsage() {
  const reported = requests;
  if (reported === 0) return;
  requests = 0;
  await reportUsage({ requests: reported });
};
