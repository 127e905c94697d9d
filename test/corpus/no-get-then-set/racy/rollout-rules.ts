import { createClient } from '@vercel/kv'

interface Rule {
  percent: number
  segments: string[]
  editedBy: string
}

const kv = createClient({ url: process.env.FLAGS_URL!, token: process.env.FLAGS_TOKEN! })

export const addSegment = async (flag: string, segment: string, editedBy: string) => {
  const rule = await kv.hget<Rule>('rollout', flag)
  if (!rule) throw new Error(`flag ${flag} has no rule`)
  if (rule.segments.includes(segment)) return rule

  const edited = Object.assign(structuredClone(rule), { editedBy, segments: rule.segments.concat([segment]) })
  await kv.hset('rollout', { [flag]: edited }) // RACE
  return edited
}
