const redis = require('redis');

const client = redis.createClient({ socket: { host: 'localhost', port: 6379 } });

async function flipSnooze(device) {
  const now = await client.get('snooze:' + device);
  let next;
  if (now === 'on') {
    next = 'off';
  } else {
    next = 'on';
  }
  await client.set('snooze:' + device, next); // RACE
  return next;
}

module.exports.flipSnooze = flipSnooze;
module.exports.start = () => client.connect();
