// npm runs this as the last step of a plain `npm ci` or `npm install`.
import { markInstalled } from './install-state.mjs';

markInstalled();
