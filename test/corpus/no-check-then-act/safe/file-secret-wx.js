// Safe: who finds it made meanwhile reads what the other has made.
const fs = require('fs');
const crypto = require('crypto');
const SECRET = '/var/lib/portal/session.secret';
function sessionSecret() {
  if (fs.existsSync(SECRET)) return fs.readFileSync(SECRET, 'utf8');
  const secret = crypto.randomBytes(32).toString('hex');
  try {
    fs.writeFileSync(SECRET, secret, { mode: 0o600, flag: 'wx' });
  } catch (err) {
    if (err.code !== 'EEXIST') throw err;
    return fs.readFileSync(SECRET, 'utf8');
  }
  return secret;
}
module.exports = { sessionSecret };
