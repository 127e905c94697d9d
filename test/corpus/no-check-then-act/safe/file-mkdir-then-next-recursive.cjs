const fs = require('fs');

exports.withInbox = (base) => (req, res, next) => {
  const inbox = `${base}/${req.session.mailbox}`;
  fs.lstat(inbox, (err, found) => {
    if (found) {
      res.locals.inbox = inbox;
      return next();
    }
    fs.mkdir(inbox, { recursive: true }, (failed) => {
      if (failed) return next(failed);
      res.locals.inbox = inbox;
      next();
    });
  });
};
