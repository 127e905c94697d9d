const _ = require('lodash');
const redis = require('redis');

class RemoteConfig {
  constructor() {
    this.client = redis.createClient();
  }

  async start() {
    await this.client.connect();
    return this;
  }

  async patch(app, changes) {
    const before = JSON.parse((await this.client.hGet('config', app)) || '{}');
    const after = _.merge({}, before, changes);
    if (_.isEqual(before, after)) return after;
    await this.client.hSet('config', app, JSON.stringify(after)); // RACE
    return after;
  }
}

module.exports = { RemoteConfig };
