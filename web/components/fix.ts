// The fix: what to do, and bad and good Go side by side. By the format of the words
// (analyzer/causes/README.md) the first Go block is what is wrong and the last is the same done right,
// each behind the sentence that says so.
import { css, html, nothing, type TemplateResult } from "lit";
import { codeBlock } from "./code-block.ts";
import { type Block, parseBlocks, renderBlock } from "./markdown.ts";
import type { Rendered } from "./text.ts";

export function fixView(markdown: string): Rendered | Rendered[] {
  const blocks = parseBlocks(markdown);
  const go = blocks.flatMap((block, index) =>
    block.kind === "code" && block.language === "go" ? [index] : [],
  );
  const [first, last] = [go[0], go.at(-1)];
  if (first === undefined || last === undefined || first === last) return blocks.map(renderBlock);
  const between = blocks.slice(first + 1, last);
  // More than words between the two: a list or another block belongs to neither column.
  if (go.length > 2 || between.some((block) => block.kind !== "text")) {
    return blocks.map((block, index) => labelled(block, index, first, last));
  }
  // The sentence right before the bad block stands above it, the one after it above the good block.
  const lead = blocks[first - 1]?.kind === "text" ? first - 1 : first;
  return html`
    ${blocks.slice(0, lead).map(renderBlock)}
    <div class="sides">
      <div class="bad-words">${blocks.slice(lead, first).map(renderBlock)}</div>
      ${labelled(blocks[first], first, first, last)}
      <div class="good-words">${between.map(renderBlock)}</div>
      ${labelled(blocks[last], last, first, last)}
    </div>
    ${blocks.slice(last + 1).map(renderBlock)}
  `;
}

function labelled(
  block: Block | undefined,
  index: number,
  first: number,
  last: number,
): TemplateResult | typeof nothing {
  if (!block) return nothing;
  if (block.kind !== "code" || (index !== first && index !== last)) return renderBlock(block);
  const side = index === first ? "bad" : "good";
  // The label says it already.
  const code = block.code.replace(/^\/\/ (bad|good)\n/, "");
  const label = html`<figcaption class="side ${side}">${side === "bad" ? "Bad" : "Good"}</figcaption>`;
  return html`<div class="${side}-code">${codeBlock(code, block.language, label)}</div>`;
}

export const fixStyles = css`
  .sides {
    display: grid;
    gap: 0.5rem 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  @container card (min-width: 60rem) {
    .sides {
      grid-template: "bad-words good-words" auto "bad-code good-code" auto / minmax(0, 1fr) minmax(0, 1fr);
    }
    .bad-words {
      grid-area: bad-words;
    }
    .good-words {
      grid-area: good-words;
      align-self: end;
    }
    .bad-code {
      grid-area: bad-code;
    }
    .good-code {
      grid-area: good-code;
    }
  }
  .side {
    padding: 0.25rem 0.85rem 0;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .side.bad {
    color: var(--_critical);
  }
  .side.good {
    color: var(--_good);
  }
  .bad-code .code {
    border-inline-start: 3px solid var(--_critical);
  }
  .good-code .code {
    border-inline-start: 3px solid var(--_good);
  }
`;
