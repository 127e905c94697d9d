const { MongoClient } = require('mongodb');

const locks = new MongoClient(process.env.MONGO).db('jobs').collection('locks');

exports.exclusive = async function exclusive(name, work) {
  try {
    await locks.insertOne({ _id: name, host: process.env.HOSTNAME }); // RACE
  } catch (err) {
    if (err.code === 11000) return false;
    throw err;
  }
  try {
    await work();
  } finally {
    await locks.deleteOne({ _id: name, host: process.env.HOSTNAME });
  }
  return true;
};
