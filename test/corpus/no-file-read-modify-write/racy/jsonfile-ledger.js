const jsonfile = require('jsonfile');
const ledger = './ledger.json';

async function deposit(account, amount) {
  const accounts = await jsonfile.readFile(ledger);
  accounts[account].balance += amount;
  accounts[account].updated = Date.now();
  await jsonfile.writeFile(ledger, accounts); // RACE
}

module.exports = { deposit };
