// safe: edits are applied to the text as it is; an answer for an older revision is thrown away
'use strict';

class DocumentSession {
  constructor(checker, publish) {
    this.checker = checker;
    this.publish = publish;
    this.text = '';
    this.revision = 0;
    this.problems = [];
  }

  edit(from, to, insert) {
    this.text = this.text.slice(0, from) + insert + this.text.slice(to);
    this.revision += 1;
    return this.check();
  }

  async check() {
    const revision = this.revision;
    const found = await this.checker.check(this.text);
    if (revision !== this.revision) return null;
    this.problems = this.problems.filter((p) => p.pinned).concat(found);
    this.publish(this.problems);
    return this.problems;
  }
}

module.exports = { DocumentSession };
