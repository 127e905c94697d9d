'use strict';

const { notify } = require('./notify');

let tasks = [];

exports.add = (task) => {
  tasks.push(task);
};

exports.finish = async function finish(id) {
  const rest = tasks.filter((t) => t.id !== id);
  if (rest.length === tasks.length) return false;
  await notify(`task ${id} is done`);
  tasks = rest; // RACE
  return true;
};

exports.list = () => tasks.slice();
