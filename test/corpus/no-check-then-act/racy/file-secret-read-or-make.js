const fs = require('fs');
const crypto = require('crypto');
const SECRET = '/var/lib/portal/session.secret';
function sessionSecret() {
  if (fs.existsSync(SECRET)) {
    return fs.readFileSync(SECRET, 'utf8');
  }
  const secret = crypto.randomBytes(32).toString('hex');
  fs.writeFileSync(SECRET, secret, { mode: 0o600 }); // RACE
  return secret;
}
module.exports = { sessionSecret };
