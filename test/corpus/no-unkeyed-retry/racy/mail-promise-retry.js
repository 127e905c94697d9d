const promiseRetry = require('promise-retry');
const nodemailer = require('nodemailer');

const transport = nodemailer.createTransport(process.env.SMTP);

exports.notify = (to, subject, text) =>
  promiseRetry((retry, number) => transport.sendMail({ to, subject, text }).catch(retry), { retries: 3 }); // RACE
