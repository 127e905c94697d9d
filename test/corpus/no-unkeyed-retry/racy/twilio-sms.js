const twilio = require('twilio');
const client = twilio(process.env.SID, process.env.TOKEN);

async function sms(to, body) {
  let error;
  let tries = 3;
  while (tries-- > 0) {
    try {
      return await client.messages.create({ to, from: '+15550100', body }); // RACE
    } catch (e) {
      error = e;
    }
  }
  throw error;
}

module.exports = sms;
