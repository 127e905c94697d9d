class Compiler {
  static WORK = '/tmp/latex';
  async compile(tex) {
    const fs = require('fs').promises;
    const { execFileSync } = require('child_process');
    await fs.mkdir(Compiler.WORK, { recursive: true });
    await fs.writeFile(`${Compiler.WORK}/main.tex`, tex); // RACE
    execFileSync('pdflatex', ['main.tex'], { cwd: Compiler.WORK });
    return fs.readFile(`${Compiler.WORK}/main.pdf`);
  }
}
module.exports = Compiler;
