const { createClient } = require('redis');

const farm = createClient();
farm.connect();

function grow(plot) {
  return farm.hGet('plots', plot).then(function (stage) {
    const next = Math.min(5, Number(stage || 0) + 1);
    return farm.hSet('plots', plot, next); // RACE
  });
}

/** Lets all plots grow, one after the other. */
exports.growAll = function growAll(plots) {
  return plots.reduce(
    function (previous, plot) {
      return previous.then(function () {
        return grow(plot);
      });
    },
    Promise.resolve(),
  );
};
