const { InfluxDB } = require('@influxdata/influxdb-client');

const api = new InfluxDB({ url: process.env.INFLUX }).getWriteApi('o', 'b');
const points = [];

exports.measure = (name, value) => points.push({ name, value, at: Date.now() });

setInterval(async () => {
  if (!points.length) return;
  try {
    for (const point of points) api.writePoint(point);
    await api.flush();
    points.length = 0; // RACE
  } catch (error) {
    console.error('influx', error);
  }
}, 5000).unref();
