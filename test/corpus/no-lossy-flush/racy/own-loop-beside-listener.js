const mqtt = require('mqtt');
const { sleep } = require('./sleep');

exports.collect = async function collect(url, table) {
  const readings = [];
  const client = mqtt.connect(url);
  client.on('message', (topic, payload) => readings.push({ topic, value: Number(payload) }));

  void (async () => {
    while (client.connected) {
      await sleep(1000);
      if (readings.length === 0) continue;
      await table.insertMany(readings);
      readings.length = 0; // RACE
    }
  })();
  return client;
};
