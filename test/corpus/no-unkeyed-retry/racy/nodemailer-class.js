const nodemailer = require('nodemailer');

class Mailer {
  constructor(url) {
    this.transport = nodemailer.createTransport(url);
  }

  async send(to, subject, html) {
    const maxTries = 3;
    for (let n = 1; n <= maxTries; n += 1) {
      try {
        return await this.transport.sendMail({ to, subject, html }); // RACE
      } catch (e) {
        if (n === maxTries) throw e;
      }
    }
    return undefined;
  }
}

module.exports = Mailer;
