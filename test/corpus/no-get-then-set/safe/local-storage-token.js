// The new token is the server's, not computed from the old one
export async function refresh() {
  const token = localStorage.getItem('token');
  const response = await fetch('/api/refresh', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  const { token: fresh } = await response.json();
  localStorage.setItem('token', fresh);
  localStorage.setItem('refreshed', String(Date.now()));
}
