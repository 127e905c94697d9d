// safe: the retry is around the read and the write, in another function
import axios from 'axios';

export async function saveDraft(id: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await saveOnce(id, text);
      return;
    } catch (error) {
      if (!axios.isAxiosError(error) || error.response?.status !== 412) throw error;
    }
  }
}

async function saveOnce(id: string, text: string): Promise<void> {
  const { data, headers } = await axios.get(`/drafts/${id}`);
  await axios.put(`/drafts/${id}`, { ...data, text }, { headers: { 'if-match': headers.etag } });
}
