#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.version = process.argv[2];
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`); // RACE
