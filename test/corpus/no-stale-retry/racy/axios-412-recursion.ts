import axios from 'axios';

interface Draft {
  text: string;
}

export async function saveDraft(id: string, change: (draft: Draft) => Draft): Promise<void> {
  const { data, headers } = await axios.get<Draft>(`/drafts/${id}`);
  const next = change(data);
  await put(id, next, headers.etag, 0);
}

async function put(id: string, draft: Draft, etag: string, attempt: number): Promise<void> {
  try {
    await axios.put(`/drafts/${id}`, draft, { headers: { 'if-match': etag } }); // RACE
  } catch (error) {
    if (axios.isAxiosError(error) && error.response?.status === 412 && attempt < 5) {
      return put(id, draft, etag, attempt + 1);
    }
    throw error;
  }
}
