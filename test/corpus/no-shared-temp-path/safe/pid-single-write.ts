// Safe: one process writes its own status once, as it starts.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
writeFileSync(`${tmpdir()}/server-${process.pid}.json`, JSON.stringify({ port: process.env.PORT }));
