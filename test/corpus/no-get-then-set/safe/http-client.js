// safe: defaults of an HTTP client instance, no store involved
import axios from 'axios';

export function createApi(baseURL, tokens) {
  const api = axios.create({ baseURL, timeout: 5_000 });

  api.interceptors.request.use((config) => {
    const attempt = Number(config.headers.get('x-attempt') ?? 0);
    config.headers.set('x-attempt', String(attempt + 1));
    config.headers.set('authorization', `Bearer ${tokens.current()}`);
    return config;
  });

  return {
    user: (id) => api.get(`/users/${id}`).then((r) => r.data),
    rename: (id, name) => api.put(`/users/${id}`, { name }).then((r) => r.data),
  };
}
