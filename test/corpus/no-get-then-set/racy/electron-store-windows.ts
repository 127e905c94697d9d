import Store from 'electron-store';
import { ipcMain } from 'electron';
import { captureThumbnail } from './thumbnails';

const store = new Store<{ windows: Record<string, string> }>();

ipcMain.handle('remember-window', async (_event, id: string) => {
  const windows = store.get('windows', {});
  const thumbnail = await captureThumbnail(id);
  store.set('windows', { ...windows, [id]: thumbnail }); // RACE
});
