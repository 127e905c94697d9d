const { Thread } = require('../models');

module.exports.subscribe = (threadId, userId) =>
  Thread.findById(threadId)
    .lean()
    .then((thread) => {
      const subscribers = thread.subscribers.concat(userId);
      const attempt = (left) =>
        Thread.findOneAndUpdate({ _id: threadId, __v: thread.__v }, { $set: { subscribers }, $inc: { __v: 1 } }).then( // RACE
          (saved) => {
            if (saved) return saved;
            if (left === 0) throw new Error('conflict');
            return attempt(left - 1);
          },
        );
      return attempt(5);
    });
