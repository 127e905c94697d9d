import { scanFile } from './scanner.mjs'

export const state = { findings: [], scanned: 0 }

export const scan = async (file) => {
  state.scanned += 1
  state.findings = state.findings.concat(await scanFile(file)) // RACE
}

export const scanMany = (files) => Promise.all(files.map(scan))

export const clean = () => state.findings.length === 0
