// The [[headers]] of netlify.toml, so that `gowhy serve` sends what the public page sends. Reads the
// part of TOML that such a file uses: tables, strings in double or triple quotes, comments.

export interface HeaderRule {
  path: string;
  values: [string, string][];
}

export function parseHeaderRules(toml: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  let table = "";
  const pattern =
    /^[ \t]*(?:#.*|(\[\[?[\w.]+\]?\])[ \t]*(?:#.*)?|("[^"\n]+"|[\w-]+)[ \t]*=[ \t]*(?:"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|.*).*)$/gm;
  for (const [, header, key, long, double, single] of toml.matchAll(pattern)) {
    if (header) {
      table = header.replace(/[[\]]/g, "");
      if (header === "[[headers]]") rules.push({ path: "/*", values: [] });
      continue;
    }
    const rule = rules.at(-1);
    const raw = long ?? double ?? single;
    if (!rule || !key || raw === undefined) continue;
    const value = (single ?? raw.replace(/\\(["\\])/g, "$1")).replace(/\\?\s*\n\s*/g, " ").trim();
    const name = key.replace(/^"|"$/g, "");
    if (table === "headers" && name === "for") rule.path = value;
    else if (table === "headers.values") rule.values.push([name, value]);
  }
  return rules;
}

export function headersFor(rules: HeaderRule[], path: string): [string, string][] {
  return rules.filter((rule) => matches(rule.path, path)).flatMap((rule) => rule.values);
}

function matches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${source}$`).test(path);
}
