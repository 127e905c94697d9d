// safe: copies the rules of one environment to a backup key
import { kv } from '@vercel/kv'

type Rules = Record<string, { percent: number }>

export async function backup(environment: string, label: string): Promise<number> {
  const rules = await kv.get<Rules>(`rules:${environment}`)
  if (!rules) return 0

  const enabled = Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule.percent > 0))
  await kv.set(`rules:${environment}:backup:${label}`, { rules: enabled, takenAt: Date.now() })
  return Object.keys(enabled).length
}

export const listFlags = async (environment: string) =>
  Object.keys((await kv.get<Rules>(`rules:${environment}`)) ?? {}).sort()
