import { app, ipcMain } from 'electron';
import fs from 'node:fs/promises';
import path from 'node:path';
const settingsPath = () => path.join(app.getPath('userData'), 'settings.json');
async function readSettings(): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await fs.readFile(settingsPath(), 'utf8'));
  } catch {
    return {};
  }
}
ipcMain.handle('settings:set', async (_event, key: string, value: unknown) => {
  const settings = await readSettings();
  settings[key] = value;
  await fs.writeFile(settingsPath(), JSON.stringify(settings)); // RACE
});
