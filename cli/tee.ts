// Two analyses of one reading: what is shown, under --min-severity and --filter, and what is judged by
// --fail-on, which sees everything. Input from a pipe can only be read once.
import { type Session, stage } from "../wasm/engine.ts";

export class Tee implements Session {
  private readonly shown: Session;
  private readonly judged: Session;
  private staged = new Uint8Array(0);

  constructor(shown: Session, judged: Session) {
    this.shown = shown;
    this.judged = judged;
  }

  buffer(size: number): Uint8Array {
    if (this.staged.length < size) this.staged = new Uint8Array(size);
    return this.staged.subarray(0, size);
  }

  feed(size: number): void {
    for (const session of this.both()) session.feed(this.pass(session, size));
  }

  setWords(size: number): boolean {
    return this.both().every((session) => session.setWords(this.pass(session, size)));
  }

  addRules(size: number): string {
    return this.both()
      .map((session) => session.addRules(this.pass(session, size)))
      .join("");
  }

  open(name: string): void {
    for (const session of this.both()) session.open(name);
  }

  note(code: string, text: string): void {
    for (const session of this.both()) session.note(code, text);
  }

  finish(): void {
    for (const session of this.both()) session.finish();
  }

  goroutines(): number {
    return this.shown.goroutines();
  }

  report(): Uint8Array {
    return this.shown.report();
  }

  judgedReport(): string {
    return new TextDecoder().decode(this.judged.report());
  }

  columns(): Record<string, ArrayBufferView> {
    return this.shown.columns();
  }

  delete(): void {
    for (const session of this.both()) session.delete();
  }

  private both(): Session[] {
    return [this.shown, this.judged];
  }

  private pass(session: Session, size: number): number {
    return stage(session, this.staged.subarray(0, size));
  }
}
