const { existsSync, mkdirSync } = require('fs');
const { join } = require('path');

const uploads = join(__dirname, 'uploads');
if (!existsSync(uploads)) mkdirSync(uploads); // RACE

module.exports = { uploads };
