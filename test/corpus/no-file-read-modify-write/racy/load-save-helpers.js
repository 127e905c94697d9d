const fs = require('fs').promises;
const path = require('path');

const DB = path.join(__dirname, 'db.json');

async function load() {
  const raw = await fs.readFile(DB, 'utf8');
  return JSON.parse(raw);
}

async function save(db) {
  await fs.writeFile(DB, JSON.stringify(db));
}

exports.addUser = async function (user) {
  const db = await load();
  db.users[user.id] = user;
  await save(db); // RACE
};

exports.removeUser = async function (id) {
  const db = await load();
  delete db.users[id];
  await save(db); // RACE
};
