import axios from 'axios';

export async function updateSettings(tenant, patch) {
  const { data: settings } = await axios.get(`/tenants/${tenant}/settings`);
  const next = { ...settings, ...patch };

  function attempt(left) {
    return axios.put(`/tenants/${tenant}/settings`, next).catch((error) => { // RACE
      if (error.response && error.response.status === 409 && left > 0) return attempt(left - 1);
      throw error;
    });
  }

  return attempt(3);
}
