// safe: a local Map without a suspension between get and set
function countWords(text) {
  const counts = new Map();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) || []) {
    counts.set(word, (counts.get(word) || 0) + 1);
  }
  return counts;
}

exports.topWords = function (text, n) {
  return [...countWords(text)]
    .sort((a, b) => b[1] - a[1])
    .slice(0, n)
    .map(([word]) => word);
};
