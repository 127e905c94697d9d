// Written as the user said, whatever was there
import Store from 'electron-store';
import { dialog, ipcMain } from 'electron';

const store = new Store<{ folder: string; theme: string }>();

ipcMain.handle('choose-folder', async () => {
  const before = store.get('folder', '/');
  const { filePaths } = await dialog.showOpenDialog({ defaultPath: before, properties: ['openDirectory'] });
  const [chosen] = filePaths;
  if (chosen) store.set('folder', chosen);
  return chosen ?? before;
});
