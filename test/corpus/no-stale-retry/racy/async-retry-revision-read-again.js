const retry = require('async-retry');

async function request(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) {
    const error = new Error(response.statusText);
    error.statusCode = response.status;
    throw error;
  }
  return response.json();
}

module.exports.addGuest = async (base, party, guest) => {
  const doc = await request(`${base}/${party}`);
  const guests = doc.guests.concat(guest);
  await retry(
    async (bail) => {
      const { _rev } = await request(`${base}/${party}`);
      try {
        await request(`${base}/${party}`, { method: 'PUT', body: JSON.stringify({ ...doc, guests, _rev }) }); // RACE
      } catch (error) {
        if (error.statusCode === 409) throw error;
        bail(error);
      }
    },
    { retries: 3 },
  );
};
