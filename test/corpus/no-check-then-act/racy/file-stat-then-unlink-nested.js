const { stat, unlink } = require('fs/promises');
const { join } = require('path');
exports.removeAttachment = async (req, reply) => {
  const target = join('/srv/attachments', req.params.id);
  let info;
  try {
    info = await stat(target);
  } catch (err) {
    return reply.code(404).send();
  }
  await unlink(target); // RACE
  return reply.send({ size: info.size });
};
