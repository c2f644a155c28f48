// The list in README.md of the kinds of difference and the captures that show them.

const begin = "<!-- made by run.mjs --update -->\n";
const named = 6;

/** README.md with everything behind the mark made anew. `found`: kind → [{id, peer, count}]. */
export function updateList(readme, kinds, found, totals, files) {
  const head = readme.slice(0, readme.indexOf(begin) + begin.length);
  const numbers = `${files} captures. Goroutines read: gowhy ${totals.gowhy}, gostackparse ${totals.gostackparse}, panicparse ${totals.panicparse}.`;
  return `${head}\n${numbers}\n\n${kinds.map((kind) => section(kind, found.get(kind))).join("\n")}`;
}

function section({ name, right, why }, entries) {
  const peers = [...new Set(entries.map(({ peer }) => peer))].sort().map((peer) => {
    const own = entries.filter((entry) => entry.peer === peer);
    const count = own.reduce((sum, entry) => sum + entry.count, 0);
    return `- ${peer}: ${count} goroutines in ${own.length} captures: ${examples(own)}`;
  });
  return `### ${name}\n\n${why}\n\nRight: ${right}.\n\n${peers.join("\n")}\n`;
}

/** All if they are few; else one of each format and Go release, and how many more there are. */
function examples(entries) {
  const byShape = new Map();
  for (const { id } of entries.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const shape = /\.(go1\.\d+)\..*?(\w+)\.txt/.exec(id)?.slice(1).join(" ") ?? id;
    if (!byShape.has(shape)) byShape.set(shape, []);
    byShape.get(shape).push(id);
  }
  if (entries.length <= named) return entries.map(({ id }) => `\`${id}\``).join(", ");
  return [...byShape]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, [first, ...more]]) =>
        `\`${first}\`${more.length > 0 ? ` and ${more.length} like it` : ""}`,
    )
    .join(", ");
}
