const axios = require('axios');

module.exports.placeOrder = async function (items) {
  let response;
  let retries = 0;
  do {
    response = await axios.post(`${process.env.SHOP}/orders`, { items }, { validateStatus: () => true }); // RACE
    retries++;
  } while (response.status >= 500 && retries < 5);
  return response.data;
};
