// safe: concat starts from the list as it is after the await
import { scanFile } from './scanner.mjs'

export const state = { findings: [], scanned: 0 }

export const scan = async (file) => {
  const found = await scanFile(file)
  state.findings = state.findings.concat(found)
  Object.assign(state, { scanned: state.scanned + 1 })
}

export const scanMany = (files) => Promise.all(files.map(scan))
