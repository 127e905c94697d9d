import fs from 'graceful-fs';

export const enablePlugin = (name) =>
  new Promise((resolve, reject) => {
    fs.readFile('plugins.json', 'utf8', (error, text) => {
      if (error) return reject(error);
      const plugins = new Set(JSON.parse(text));
      plugins.add(name);
      fs.writeFile('plugins.json', JSON.stringify([...plugins]), (failure) => (failure ? reject(failure) : resolve())); // RACE
    });
  });
