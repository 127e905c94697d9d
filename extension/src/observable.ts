/** A value that others see and only its owner changes. */
import { EventEmitter, type Disposable } from 'vscode';
import type { Observable } from './api.js';

export class Subject<Value> implements Observable<Value>, Disposable {
  private readonly changed = new EventEmitter<Value>();
  readonly onDidChange = this.changed.event;

  constructor(private value: Value) {}

  get current(): Value {
    return this.value;
  }

  set(value: Value): void {
    this.value = value;
    this.changed.fire(value);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
