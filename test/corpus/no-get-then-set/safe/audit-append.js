// safe: APPEND adds on the server
const { createClient } = require('redis');

const journal = createClient();
const ready = journal.connect();

exports.note = async function note(patientId, line) {
  await ready;
  const stamp = new Date().toISOString();
  const length = await journal.append('journal:' + patientId, `${stamp} ${line}\n`);
  if (length > 1_000_000) {
    console.warn('journal of %s is large: %d bytes', patientId, length);
  }
};

exports.read = async function read(patientId) {
  await ready;
  return (await journal.get('journal:' + patientId)) || '';
};
