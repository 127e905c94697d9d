let db;
function getDb() {
  if (db) return Promise.resolve(db);
  return open('app.db').then((opened) => {
    db = opened; // RACE
    return db;
  });
}
module.exports = { getDb };
