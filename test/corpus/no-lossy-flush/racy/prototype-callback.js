function Logger(file, fs) {
  this.file = file;
  this.fs = fs;
  this.lines = [];
}

Logger.prototype.log = function (line) {
  this.lines.push(line);
};

Logger.prototype.flush = function (done) {
  var self = this;
  this.fs.appendFile(this.file, this.lines.join('\n') + '\n', function (err) {
    if (err) return done(err);
    self.lines = []; // RACE
    done();
  });
};

module.exports = Logger;
