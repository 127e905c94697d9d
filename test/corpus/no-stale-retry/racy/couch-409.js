const nano = require('nano')('http://localhost:5984');
const db = nano.db.use('pages');

async function setTitle(id, title) {
  const page = await db.get(id);
  const next = { ...page, title };
  let tries = 0;
  const save = () =>
    db.insert({ ...next, _rev: page._rev }).catch((err) => { // RACE
      if (err.statusCode === 409 && tries++ < 5) return save();
      throw err;
    });
  return save();
}

module.exports = { setTitle };
