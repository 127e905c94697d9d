// safe: a map of this call, not the file system
export function rename(files: ReadonlyMap<string, string>, from: string, to: string) {
  const fs = new Map(files);
  const readFile = (name: string) => fs.get(name) ?? '';
  const writeFile = (name: string, text: string) => fs.set(name, text);
  writeFile(to, readFile(from));
  return fs;
}
