const Braintree = require('braintree');

const gateway = new Braintree.BraintreeGateway({});

exports.handler = async (event) => {
  const { amount, nonce: paymentMethodNonce } = JSON.parse(event.body);
  let result;
  let attempt = 0;
  do {
    attempt += 1;
    try {
      result = await gateway.transaction.sale({ amount, paymentMethodNonce, options: { submitForSettlement: true } }); // RACE
    } catch (error) {
      if (attempt >= 3) throw error;
    }
  } while (!result);
  return { statusCode: 200, body: JSON.stringify({ id: result.transaction.id }) };
};
