const path = require('path');
const os = require('os');
const fs = require('fs');
const OUT = path.join(os.tmpdir(), 'invoice.pdf');
module.exports.render = async (browser, html) => {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ path: OUT, format: 'A4' }); // RACE
  await page.close();
  return fs.promises.readFile(OUT);
};
