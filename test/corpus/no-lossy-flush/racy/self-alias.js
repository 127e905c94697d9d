function Batch(send) {
  const self = this;
  self.items = [];
  self.send = send;
}

Batch.prototype.push = function (item) {
  this.items.push(item);
};

Batch.prototype.flush = function () {
  const self = this;
  return self.send(self.items).then(function () {
    self.items = []; // RACE
  });
};

module.exports = Batch;
