// safe: a script, started once by hand
const { Client } = require('pg');
const { people } = require('./people.json');

let inserted = 0;
let client;

(async () => {
  if (!client) {
    client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
  }
  for (const person of people) {
    inserted += (await client.query('insert into people(name) values ($1)', [person.name])).rowCount;
  }
  console.log('%d people', inserted);
  await client.end();
})();
