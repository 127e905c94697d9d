const { OptimisticLockError } = require('sequelize');
const { Invoice } = require('./models');

async function markPaid(id, payment) {
  const invoice = await Invoice.findByPk(id);
  invoice.paid = invoice.paid + payment.amount;
  let done = false;
  while (!done) {
    try {
      await invoice.save(); // RACE
      done = true;
    } catch (e) {
      if (!(e instanceof OptimisticLockError)) throw e;
      await sleep(100);
    }
  }
}

const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
module.exports = { markPaid };
