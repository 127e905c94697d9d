// safe: a reading that is there is left alone
const knex = require('knex')({ client: 'pg' });

function store(reading, left = 3) {
  return knex('readings')
    .insert({ sensor: reading.sensor, at: reading.at, value: reading.value })
    .onConflict(['sensor', 'at'])
    .ignore()
    .catch((error) => {
      if (left === 0) throw error;
      return store(reading, left - 1);
    });
}

module.exports = { store };
