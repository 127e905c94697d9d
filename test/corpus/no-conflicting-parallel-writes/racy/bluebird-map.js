const Bluebird = require('bluebird');
const fs = require('fs-extra');
const { scrape } = require('./scrape');

exports.scrapeAll = function scrapeAll(urls) {
  return Bluebird.map(
    urls,
    async (url) => {
      const page = await scrape(url);
      await fs.outputJson('data/latest-page.json', page); // RACE
    },
    { concurrency: 5 },
  );
};
