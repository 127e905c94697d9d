// safe: splice first, then insert
const pending = [];

function record(row) {
  pending.push(row);
}

function flush(db) {
  const rows = pending.splice(0, pending.length);
  return db.insertMany(rows).then(() => rows.length);
}

module.exports = { record, flush };
