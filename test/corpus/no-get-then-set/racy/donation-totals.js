import Redis from 'ioredis';

const redis = new Redis();

export const registerDonation = async (campaign, donor, amount) => {
  const total = parseFloat(await redis.get(`campaign:${campaign}:total`)) || 0;
  const pipe = redis.pipeline();
  pipe.lpush(`campaign:${campaign}:donors`, donor);
  pipe.set(`campaign:${campaign}:total`, (total + amount).toFixed(2)); // RACE
  const results = await pipe.exec();
  for (const [err] of results) {
    if (err) throw err;
  }
  return total + amount;
};

export const recentDonors = (campaign, n = 10) => redis.lrange(`campaign:${campaign}:donors`, 0, n - 1);
