// safe: `reload` reads the row again, and the change is made once more
const { OptimisticLockError } = require('sequelize');
const { Invoice } = require('./models');

async function markPaid(id, payment) {
  const invoice = await Invoice.findByPk(id);
  for (;;) {
    try {
      invoice.paid = invoice.paid + payment.amount;
      await invoice.save();
      return;
    } catch (e) {
      if (!(e instanceof OptimisticLockError)) throw e;
      await invoice.reload();
    }
  }
}

module.exports = { markPaid };
