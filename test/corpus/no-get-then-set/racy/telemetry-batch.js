const { Cluster } = require('ioredis');

const cluster = new Cluster([{ host: 'iot-redis', port: 7000 }], { scaleReads: 'master' });

/**
 * Takes a batch of readings from a gateway.
 * @param {{device: string, wh: number}[]} readings
 */
async function acceptBatch(readings) {
  let accepted = 0;
  let i = 0;
  while (i < readings.length) {
    const { device, wh } = readings[i++];
    if (!(wh >= 0)) continue;

    const sofar = await cluster.get(['energy', device].join(':'));
    await cluster.set(['energy', device].join(':'), (Number(sofar) || 0) + wh); // RACE
    accepted++;
  }
  return { accepted, rejected: readings.length - accepted };
}

module.exports = { acceptBatch };
