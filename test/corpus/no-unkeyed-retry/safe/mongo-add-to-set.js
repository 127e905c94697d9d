// SAFE: `$addToSet` and `$set` give the same a second time.
const { MongoClient } = require('mongodb');

const rooms = new MongoClient(process.env.MONGO).db('chat').collection('rooms');

exports.join = async function join(roomId, member) {
  for (let left = 3; ; left--) {
    try {
      return await rooms.updateOne({ _id: roomId }, { $addToSet: { members: member }, $set: { touched: true } });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
};
