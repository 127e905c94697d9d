// safe: uuid in the name
const { v4: uuidv4 } = require('uuid');
const fs = require('fs').promises;

exports.save = async (body) => {
  const name = `/tmp/${uuidv4()}.json`;
  await fs.writeFile(name, body);
  return name;
};
