// Lines for a terminal: wrapping on spaces only, Markdown as plain text, colours.

export type Style = "bold" | "dim" | "red" | "yellow" | "blue" | "green" | "cyan";
export type Piece = string | [Style, string];

const codes: Record<Style, [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Words that may stand on different lines. A code span stays whole, with what touches it: a command
 * or an identifier that is broken can neither be copied nor searched.
 */
export function wordsOf(text: string): string[] {
  return text.match(/(?:`[^`]*`|[^\s`]|`)+/g) ?? [];
}

export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  if (line || lines.length === 0) lines.push(line);
  return lines;
}

export class Writer {
  readonly width: number;
  private readonly color: boolean;
  private readonly lines: string[] = [];

  constructor(width: number, color: boolean) {
    this.width = width;
    this.color = color;
  }

  line(...pieces: Piece[]): void {
    this.lines.push(
      pieces
        .map((piece) => this.paint(piece))
        .join("")
        .trimEnd(),
    );
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  /** Wrapped text; `first` stands before its first line and spaces of its width before the others. */
  text(text: string, indent: number, style?: Style, first: Piece = ""): void {
    const mark = typeof first === "string" ? first : first[1];
    const left = " ".repeat(indent);
    const lines = wrap(text, Math.max(20, this.width - indent - mark.length));
    lines.forEach((line, index) => {
      const lead: Piece = index === 0 ? first : " ".repeat(mark.length);
      this.line(left, lead, style ? [style, line] : line);
    });
  }

  /** Short facts in a row, separated by dots; a fact is never split. */
  row(facts: string[], style: Style): void {
    let line = "";
    for (const fact of facts) {
      if (line && line.length + 3 + fact.length > this.width) {
        this.line([style, line]);
        line = fact;
      } else {
        line = line ? `${line} · ${fact}` : fact;
      }
    }
    if (line) this.line([style, line]);
  }

  /** Markdown: paragraphs and lists wrapped, code indented and untouched. */
  markdown(markdown: string, indent: number): void {
    let paragraph: string[] = [];
    let fence = false;
    const flush = () => {
      if (paragraph.length > 0) this.paragraph(paragraph.join(" "), indent);
      paragraph = [];
    };
    for (const raw of markdown.trim().split("\n")) {
      if (/^\s*```/.test(raw)) {
        flush();
        fence = !fence;
      } else if (fence) {
        this.line(" ".repeat(indent + 4), ["cyan", raw.replaceAll("\t", "    ")]);
      } else if (raw.trim() === "") {
        flush();
        this.blank();
      } else if (/^\s*([-*]|\d+\.)\s/.test(raw) || /^#+\s/.test(raw)) {
        flush();
        paragraph.push(raw.trim());
      } else {
        paragraph.push(raw.trim());
      }
    }
    flush();
    while (this.lines.at(-1) === "") this.lines.pop();
  }

  private paragraph(text: string, indent: number): void {
    const heading = /^#+\s+(.*)$/.exec(text);
    if (heading) {
      this.text(unlinked(heading[1] ?? ""), indent, "bold");
      return;
    }
    const item = /^([-*]|\d+\.)\s+(.*)$/.exec(text);
    if (item)
      this.text(unlinked(item[2] ?? ""), indent, undefined, `${item[1] === "*" ? "-" : item[1]} `);
    else this.text(unlinked(text), indent);
  }

  toString(): string {
    return `${this.lines.join("\n").trimEnd()}\n`;
  }

  /** A dump may hold escape sequences; only our own reach the terminal. */
  private paint(piece: Piece): string {
    if (typeof piece === "string") return piece.replace(controls, "\ufffd");
    const text = piece[1].replace(controls, "\ufffd");
    if (!this.color || !text) return text;
    const [on, off] = codes[piece[0]];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  }
}

/** [words](https://…) → words (https://…), and **strong** → strong */
function unlinked(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, words, url) => `${words} (${url})`)
    .replace(/\*\*([^*]+)\*\*/g, "$1");
}
