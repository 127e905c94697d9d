import axios from 'axios';

const http = axios.create({ baseURL: process.env.SETTINGS_URL });

export async function mute(user: string, channel: string): Promise<void> {
  const loaded = await http.get(`/settings/${user}`);
  const settings = { ...loaded.data, muted: [...loaded.data.muted, channel] };
  let etag: string = loaded.headers.etag;
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = await http.put(`/settings/${user}`, settings, { // RACE
      headers: { 'If-Match': etag },
      validateStatus: (status) => status < 500,
    });
    if (answer.status !== 412) return;
    const head = await http.head(`/settings/${user}`);
    etag = head.headers.etag;
  }
}
