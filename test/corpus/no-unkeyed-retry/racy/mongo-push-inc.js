const { MongoClient } = require('mongodb');

const rooms = new MongoClient(process.env.MONGO).db('chat').collection('rooms');

async function append(roomId, line, left = 3) {
  try {
    return await rooms.updateOne({ _id: roomId }, { $push: { lines: line }, $inc: { unread: 1 } }); // RACE
  } catch (error) {
    if (left === 0) throw error;
    return append(roomId, line, left - 1);
  }
}

exports.say = (request, response, next) =>
  append(request.params.id, { by: request.user, text: request.body.text }).then(() => response.end(), next);
