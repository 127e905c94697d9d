// safe: FormData belongs to the call
const MAX_NAME = 80;

export async function uploadAvatar(form: FormData, user: string): Promise<string> {
  const name = form.get('name');
  const normalised = String(name ?? '').trim().toLowerCase();
  if (normalised === '') throw new Error('name is required');
  if (normalised.length > MAX_NAME) throw new Error('name is too long');
  form.set('name', normalised);
  form.set('owner', user);

  const response = await fetch('https://files.example.com/avatars', { method: 'POST', body: form });
  if (!response.ok) throw new Error(`upload failed: ${response.status}`);
  const { url } = (await response.json()) as { url: string };
  return url;
}
