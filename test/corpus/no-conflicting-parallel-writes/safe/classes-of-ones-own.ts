// safe: these classes are no tables, and what they are given names no rows
import { Buffered } from './buffered.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

export function apply(document: TextDocument, changes: readonly string[]) {
  for (const text of changes) {
    TextDocument.update(document, [{ text }], document.version + 1);
    void Buffered.update(document, [text]);
  }
  return Promise.all(changes.map((text) => Buffered.update(document, [text])));
}
