/**
 * Functions that are told a path and do with it what the program does not show. They are known by their names,
 * since what they belong to has many of them, and hands its objects around.
 */

/** Start another program: Node's, those of well-known packages, and what they are named after promisifying. */
const COMMANDS = [
  ...['exec', 'execSync', 'execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'],
  ...['execa', 'execaSync', 'execaCommand', 'execaNode', '$', 'zx', 'x'],
  ...['execAsync', 'execPromise', 'execP', 'execFileAsync', 'execFilePromise', 'pExec', 'asyncExec'],
  ...['runCommand', 'run', 'shell', 'sh', 'Command'],
];

/**
 * Write a file, or a folder, where they are told to: sharp's `toFile`, `screenshot` and `pdf` of pages, ffmpeg's
 * `save` and `output`, `mv` of express-fileupload, `writeAsync` of Jimp, `writeZip` and `extractAllTo` of adm-zip, `writeFile` of workbooks, `clone` of simple-git.
 */
const WRITERS = [
  ...[
    'toFile',
    'screenshot',
    'pdf',
    'save',
    'saveAs',
    'saveToFile',
    'writeToFile',
    'writeFile',
    'writeFileXLSX',
  ],
  ...['writeZip', 'extractAllTo', 'extractAllToAsync', 'clone', 'downloadToFile', 'downloadFile'],
  ...['output', 'mv', 'writeAsync', 'saveFile', 'downloadTo', 'extractTo'],
];

/** What a function of this name does with the paths that it is told. */
export const PATH_TAKERS: ReadonlyMap<string, 'command' | 'writer'> = new Map([
  ...WRITERS.map((name) => [name, 'writer'] as const),
  ...COMMANDS.map((name) => [name, 'command'] as const),
]);
