// SAFE: an attempt is the read and the update.
const { Thread } = require('../models');

const subscribe = (threadId, userId, left = 5) =>
  Thread.findById(threadId)
    .lean()
    .then((thread) => {
      const subscribers = thread.subscribers.concat(userId);
      return Thread.findOneAndUpdate(
        { _id: threadId, __v: thread.__v },
        { $set: { subscribers }, $inc: { __v: 1 } },
      );
    })
    .then((saved) => {
      if (saved) return saved;
      if (left === 0) throw new Error('conflict');
      return subscribe(threadId, userId, left - 1);
    });

module.exports.subscribe = subscribe;
