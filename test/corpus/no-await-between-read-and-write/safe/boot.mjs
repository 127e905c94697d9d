// safe: top-level code of a module runs once
import { loadConfig } from './config.mjs';
import { discover } from './discovery.mjs';

let port = 8000;
let peers = [];

const config = await loadConfig();
port += await config.portOffset();
peers = [...peers, ...(await discover(config.region))];
if (!peers.length) peers = await discover('fallback');

export { peers, port };
