export function makeProfiles(collection) {
  async function setBadge(userId, badge) {
    const profile = await collection.findOne({ userId });
    const badges = [...(profile.badges || []), badge];
    let saved = null;
    let attempts = 0;
    while (!saved && attempts < 5) {
      saved = await collection.findOneAndUpdate( // RACE
        { userId, __v: profile.__v },
        { $set: { badges }, $inc: { __v: 1 } },
        { returnDocument: 'after' },
      );
      attempts++;
    }
    return saved;
  }
  return { setBadge };
}
