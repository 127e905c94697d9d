const knex = require('./knex');
exports.renameAll = async (id, name) => {
  const [updated, row] = await Promise.all([
    knex('profiles').where({ id }).update({ name }), // RACE
    knex('profiles').where({ id }).first(),
  ]);
  return { updated, row };
};
