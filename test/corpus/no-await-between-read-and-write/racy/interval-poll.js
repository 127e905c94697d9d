const { fetchSince } = require('./mailbox');

let lastUid = 0;
const listeners = [];

function onMail(listener) {
  listeners.push(listener);
}

setInterval(async () => {
  const since = lastUid;
  const mails = await fetchSince(since);
  for (const mail of mails) listeners.forEach((l) => l(mail));
  lastUid = since + mails.length; // RACE
}, 1000);

module.exports = { onMail };
