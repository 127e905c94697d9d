// safe: 429 says that nothing was done
const axios = require('axios');

module.exports.placeOrder = async function (items) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const response = await axios.post(`${process.env.SHOP}/orders`, { items }, { validateStatus: () => true });
    if (response.status !== 429) return response.data;
    await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
  }
  throw new Error('Too many requests');
};
