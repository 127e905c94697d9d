// Safe: only those that were sent are taken out.
let events = [];

exports.add = (event) => {
  events.push(event);
};

exports.flush = async (send) => {
  const batch = events.slice();
  await send(batch);
  events = events.filter((event) => !batch.includes(event));
};
