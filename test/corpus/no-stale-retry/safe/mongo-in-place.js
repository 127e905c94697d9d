// safe: the operators work on what is there
export async function setBadge(collection, userId, badge) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await collection.updateOne({ userId }, { $addToSet: { badges: badge }, $inc: { __v: 1 } });
    } catch (error) {
      if (error.code !== 112) throw error;
    }
  }
}
