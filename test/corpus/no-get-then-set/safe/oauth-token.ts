// safe: token cache, the new token comes from the identity provider
import Redis from 'ioredis';

const redis = new Redis();

interface Token { access: string; expiresAt: number }

export async function accessToken(clientId: string, secret: string): Promise<string> {
  const raw = await redis.get(`token:${clientId}`);
  const token: Token | null = raw ? JSON.parse(raw) : null;
  if (token && token.expiresAt > Date.now() + 30_000) {
    return token.access;
  }
  const res = await fetch('https://idp.example.com/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
  });
  const body = (await res.json()) as { access_token: string; expires_in: number };
  const fresh: Token = { access: body.access_token, expiresAt: Date.now() + body.expires_in * 1000 };
  await redis.set(`token:${clientId}`, JSON.stringify(fresh), 'EX', body.expires_in);
  return fresh.access;
}
