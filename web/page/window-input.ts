// The whole window takes a dump: Ctrl+V without a click, and a drop anywhere.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { fromTransfer, type Given } from "../components/transfer.ts";

export class WindowInput implements ReactiveController {
  /** Files hover over the window. */
  dragging = false;

  private readonly host: ReactiveControllerHost;
  private readonly take: (given: Given) => void;
  private listening: AbortController | null = null;

  constructor(host: ReactiveControllerHost, take: (given: Given) => void) {
    this.host = host;
    this.take = take;
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener("paste", (event) => this.give(event, event.clipboardData), { signal });
    window.addEventListener("dragover", (event) => this.onDrag(event), { signal });
    window.addEventListener("dragleave", (event) => this.onLeave(event), { signal });
    window.addEventListener("drop", (event) => this.onDrop(event), { signal });
  }

  hostDisconnected(): void {
    this.listening?.abort();
  }

  private onDrag(event: DragEvent): void {
    event.preventDefault();
    this.show(true);
  }

  private onLeave(event: DragEvent): void {
    if (event.relatedTarget === null) this.show(false);
  }

  private onDrop(event: DragEvent): void {
    this.show(false);
    this.give(event, event.dataTransfer);
    event.preventDefault(); // the browser would open the file instead
  }

  private give(event: Event, transfer: DataTransfer | null): void {
    if (event.defaultPrevented) return;
    const given = fromTransfer(transfer);
    if (!given) return;
    event.preventDefault();
    this.take(given);
  }

  private show(dragging: boolean): void {
    if (this.dragging === dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }
}
