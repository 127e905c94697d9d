const asyncRetry = require('async-retry');
const { Account } = require('../db/models');

exports.credit = (id, amount) =>
  asyncRetry(
    async () => {
      const account = await Account.findByPk(id);
      await account.increment('balance', { by: amount }); // RACE
    },
    { retries: 3 },
  );
