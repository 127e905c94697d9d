'use strict';

const axios = require('axios');

/** Keeps the configuration of tenants, by a version that the server checks. */
class ConfigService {
  constructor(options = {}) {
    this.client = options.client || axios.create({ baseURL: options.url });
    this.maxRetries = options.maxRetries || 3;
  }

  async enable(tenant, feature) {
    const { data: config } = await this.client.get(`/config/${tenant}`);
    config.features = { ...config.features, [feature]: true };
    return this._save(tenant, config);
  }

  async _save(tenant, config) {
    let retries = 0;
    while (retries < this.maxRetries) {
      try {
        const { data } = await this.client.put(`/config/${tenant}`, config); // RACE
        return data;
      } catch (error) {
        if (error.response && error.response.status === 409) {
          retries++;
          await this._wait(retries);
        } else {
          throw error;
        }
      }
    }
    throw new Error(`could not save the configuration of ${tenant}`);
  }

  _wait(n) {
    return new Promise((resolve) => setTimeout(resolve, n * 100));
  }
}

module.exports = ConfigService;
