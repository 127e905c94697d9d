// SAFE: a user is inserted, and deleted again where the mail fails; it is no lock.
const { MongoClient } = require('mongodb');

const users = new MongoClient(process.env.MONGO).db('app').collection('users');

exports.register = async function register(name, mail) {
  try {
    await users.insertOne({ _id: name });
  } catch (err) {
    if (err.code === 11000) return false;
    throw err;
  }
  try {
    await mail(name);
  } catch (error) {
    await users.deleteOne({ _id: name });
    throw error;
  }
  return true;
};
