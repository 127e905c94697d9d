const db = require('../db');

function updateBalance(accountId, delta, account, retries) {
  return db
    .query('UPDATE accounts SET balance = ?, version = version + 1 WHERE id = ? AND version = ?', [ // RACE
      account.balance + delta,
      accountId,
      account.version,
    ])
    .then(function (result) {
      if (result.affectedRows === 1) return true;
      if (retries <= 0) throw new Error('Concurrent modification');
      return updateBalance(accountId, delta, account, retries - 1);
    });
}

exports.adjust = function (accountId, delta) {
  return db.query('SELECT balance, version FROM accounts WHERE id = ?', [accountId]).then(function (rows) {
    return updateBalance(accountId, delta, rows[0], 3);
  });
};
