// Safe: as many are taken off as were sent, and others come behind them.
const points = [];

exports.measure = (name, value) => points.push({ name, value });

exports.ship = async function ship(api) {
  const count = points.length;
  await api.send(points.slice(0, count));
  points.splice(0, count);
};

exports.shipLater = async function shipLater(api) {
  const batch = [...points];
  await api.send(batch);
  points.splice(0, batch.length);
};
