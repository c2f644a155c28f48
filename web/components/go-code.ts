// Light colouring of Go and of shell: comments, strings, keywords, numbers. Enough to read by, and
// not a parser: what it does not know stays plain.
import { html } from "lit";
import type { Rendered } from "./text.ts";

const keywords = new Set(
  `break case chan const continue default defer else fallthrough for func go goto if import interface
  map package range return select struct switch type var nil true false`.split(/\s+/),
);

const go =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])+')|(?<word>[A-Za-z_]\w*)|(?<number>\b\d[\w.]*)/g;
const shell =
  /(?<comment>(?<=^|\s)#[^\n]*)|(?<string>"(?:\\.|[^"\\])*"|'[^']*')|(?<word>(?<=^|\s)(?:for|in|do|done|if|then|fi|while)(?=\s|;|$))/gm;

export function colored(code: string, language: string): Rendered[] {
  const pattern = language === "go" ? go : /^(sh|bash|shell)$/.test(language) ? shell : null;
  if (!pattern) return [code];
  const pieces: Rendered[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    const kind = kindOf(match.groups ?? {}, language);
    if (!kind) continue;
    if (match.index > end) pieces.push(code.slice(end, match.index));
    pieces.push(html`<span class="code-${kind}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  pieces.push(code.slice(end));
  return pieces;
}

function kindOf(groups: Record<string, string | undefined>, language: string): string | null {
  if (groups.comment !== undefined) return "comment";
  if (groups.string !== undefined) return "string";
  if (groups.number !== undefined) return "number";
  const word = groups.word;
  if (word !== undefined && (language !== "go" || keywords.has(word))) return "keyword";
  return null;
}
