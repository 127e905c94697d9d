// safe: a script that is run by hand, from its top to its end
const { existsSync, mkdirSync, writeFileSync } = require('fs');

if (!existsSync('out')) mkdirSync('out');
if (!existsSync('out/index.html')) writeFileSync('out/index.html', '<h1>Report</h1>');
