// safe: what is put does not come from a read
import axios from 'axios';

export function replaceSettings(tenant, settings) {
  function attempt(left) {
    return axios.put(`/tenants/${tenant}/settings`, settings).catch((error) => {
      if (error.response && error.response.status === 409 && left > 0) return attempt(left - 1);
      throw error;
    });
  }
  return attempt(3);
}
