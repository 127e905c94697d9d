// SAFE: after a conflict the configuration is loaded again, and the change made to that.
'use strict';

const axios = require('axios');

class ConfigService {
  constructor(options = {}) {
    this.client = options.client || axios.create({ baseURL: options.url });
    this.maxRetries = options.maxRetries || 3;
  }

  async change(tenant, apply) {
    let retries = 0;
    while (retries < this.maxRetries) {
      const { data: config } = await this.client.get(`/config/${tenant}`);
      apply(config);
      try {
        const { data } = await this.client.put(`/config/${tenant}`, config);
        return data;
      } catch (error) {
        if (error.response && error.response.status === 409) retries++;
        else throw error;
      }
    }
    throw new Error(`could not save the configuration of ${tenant}`);
  }
}

module.exports = ConfigService;
