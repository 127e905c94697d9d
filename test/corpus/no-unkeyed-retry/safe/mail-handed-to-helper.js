const nodemailer = require('nodemailer');

const mailer = nodemailer.createTransport({ host: process.env.MAIL_HOST });

async function post(letter, tries) {
  try {
    return await mailer.sendMail(letter);
  } catch (error) {
    if (tries <= 1) throw error;
    return post(letter, tries - 1);
  }
}

exports.remind = async function remind(member, loan) {
  // The relay drops a second letter with the same id.
  const letter = { to: member.address, subject: 'Overdue', messageId: `<loan-${loan.id}@example.org>` };
  await post(letter, 4);
};
