import { kv } from '@vercel/kv'

export type MailPreferences = {
  digest: 'daily' | 'weekly' | 'never'
  productNews: boolean
  locale: string
}

const defaults: MailPreferences = { digest: 'weekly', productNews: true, locale: 'en' }

export async function updateMailPreferences(subscriberId: string, patch: Partial<MailPreferences>) {
  const current = await kv.get<MailPreferences>(`mail-prefs:${subscriberId}`)
  const next: MailPreferences = { ...defaults, ...current, ...patch }
  await kv.set(`mail-prefs:${subscriberId}`, next) // RACE
  return next
}

export const readMailPreferences = async (subscriberId: string) =>
  (await kv.get<MailPreferences>(`mail-prefs:${subscriberId}`)) ?? defaults
