'use strict';

const IORedis = require('ioredis');
const redis = new IORedis(process.env.REDIS_URL);

async function getJson(key, fallback) {
  const text = await redis.get(key);
  return text === null ? fallback : JSON.parse(text);
}

function setJson(key, value) {
  return redis.set(key, JSON.stringify(value)); // RACE
}

/** Publishes one more tag for a page. */
exports.tagPage = async (pageId, tag) => {
  const page = await getJson('page:' + pageId, { tags: [] });
  const tags = Array.from(new Set(page.tags.concat(tag))).sort();
  await setJson('page:' + pageId, Object.assign({}, page, { tags: tags })); // RACE
  return tags;
};
