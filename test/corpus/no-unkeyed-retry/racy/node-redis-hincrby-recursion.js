const { createClient } = require('redis');
const client = createClient();

async function addPoints(user, points, tries = 3) {
  try {
    return await client.hIncrBy('points', user, points); // RACE
  } catch (err) {
    if (tries <= 1) throw err;
    return addPoints(user, points, tries - 1);
  }
}

module.exports = { addPoints };
