const { createClient } = require('redis');

const journal = createClient();
journal.on('error', console.error);
const ready = journal.connect();

exports.note = async function note(patientId, line) {
  await ready;
  const stamp = new Date().toISOString();
  const previous = (await journal.get('journal:' + patientId)) || '';
  await journal.set('journal:' + patientId, previous + stamp + ' ' + line + '\n'); // RACE
};

exports.read = async function read(patientId) {
  await ready;
  return journal.get('journal:' + patientId);
};
