const nodemailer = require('nodemailer');

const mailer = nodemailer.createTransport({ host: process.env.MAIL_HOST });

async function post(letter, tries) {
  try {
    return await mailer.sendMail(letter); // RACE
  } catch (error) {
    if (tries <= 1) throw error;
    return post(letter, tries - 1);
  }
}

exports.remind = async function remind(member, due) {
  const letter = { from: 'library@example.org', to: member.address, subject: 'Overdue', text: `Due since ${due}.` };
  await post(letter, 4);
};
