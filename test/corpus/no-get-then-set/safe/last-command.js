// safe: GETSET returns the old command and stores the new one together
const { Redis: Client } = require('ioredis');

const db = new Client();

exports.remember = (session, command, callback) => {
  db.getset(`session:${session}:last`, command, (error, previous) => {
    if (error) return callback(error);
    callback(null, { repeated: previous === command, previous });
  });
};

exports.forget = (session, callback) => {
  db.del(`session:${session}:last`, callback);
};
