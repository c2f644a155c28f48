// The Markdown that the words of the causes may use (analyzer/causes/README.md): paragraphs, lists,
// headings, fenced blocks, code, bold and links. Rendered to templates, never to HTML text, because a
// report may come from elsewhere; anything else stays as it is written.
import { html, type TemplateResult } from "lit";
import { codeBlock } from "./code-block.ts";
import { breakable, type Rendered } from "./text.ts";

export type Block =
  | { kind: "text"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "code"; language: string; code: string };

export function parseBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const fence = /^(`{3,})\s*([\w-]*)/.exec(line);
    if (fence) {
      const end = lines.findIndex((other, index) => index > at && other.startsWith(fence[1] ?? ""));
      const stop = end < 0 ? lines.length : end;
      blocks.push({
        kind: "code",
        language: fence[2] ?? "",
        code: lines.slice(at + 1, stop).join("\n"),
      });
      at = stop + 1;
    } else if (line.trim() === "") {
      at += 1;
    } else {
      let end = at + 1;
      while (end < lines.length && !/^\s*$|^`{3}/.test(lines[end] ?? "")) end += 1;
      blocks.push(...paragraphs(lines.slice(at, end)));
      at = end;
    }
  }
  return blocks;
}

const item = /^\s*([-*]|\d+\.)\s+/;

/** Lines without an empty one between them: a heading, a list, or text; text may run into a list. */
function paragraphs(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const heading = /^#+\s+(.*)$/.exec(line);
    const marker = item.exec(line);
    if (heading) blocks.push({ kind: "heading", text: heading[1] ?? "" });
    else if (marker) {
      const text = line.slice(marker[0].length);
      const ordered = /\d/.test(marker[1] ?? "");
      if (last?.kind === "list") last.items.push(text);
      else blocks.push({ kind: "list", ordered, items: [text] });
    } else if (last?.kind === "list") last.items.push(`${last.items.pop()} ${line.trim()}`);
    else if (last?.kind === "text") last.text += ` ${line.trim()}`;
    else blocks.push({ kind: "text", text: line.trim() });
  }
  return blocks;
}

export function renderBlock(block: Block): TemplateResult {
  switch (block.kind) {
    case "text":
      return html`<p>${inline(block.text)}</p>`;
    case "heading":
      return html`<p class="minor">${inline(block.text)}</p>`;
    case "list": {
      const items = block.items.map((text) => html`<li>${inline(text)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "code":
      return codeBlock(block.code, block.language);
  }
}

export function markdown(text: string): TemplateResult[] {
  return parseBlocks(text).map(renderBlock);
}

/** Code spans, bold and https links inside a line of our own words. */
export function inline(text: string): Rendered[] {
  return text.split(/(`[^`]+`)/).flatMap((part, index): Rendered[] => {
    if (index % 2 === 1) return [html`<code>${breakable(part.slice(1, -1))}</code>`];
    return part.split(/(\[[^\]]+\]\(https?:[^)\s]+\))/).flatMap((piece, at): Rendered[] => {
      const link = at % 2 === 1 ? /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) : null;
      if (link) return [externalLink(link[2] ?? "", link[1] ?? "")];
      return piece
        .split(/\*\*([^*]+)\*\*/)
        .map((run, bold) => (bold % 2 === 1 ? html`<strong>${run}</strong>` : run));
    });
  });
}

/** Only http and https: a report of somebody else must not bring a javascript: address. */
export function externalLink(url: string, title: Rendered | Rendered[]): Rendered {
  if (!/^https?:\/\//.test(url)) return html`${title}`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>`;
}
