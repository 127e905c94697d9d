// safe: listeners in a template run later and set what the user typed; a view has one user
import { LitElement, html } from 'lit';
export class Field extends LitElement {
  text = '';
  open = false;
  async save() { if (!this.open) return; await send(this.text); this.open = false; }
  render() { return html`<input .value=${this.text} @input=${(e: any) => (this.text = e.target.value)} ?hidden=${!this.open}>`; }
}
declare function send(t: string): Promise<void>;
