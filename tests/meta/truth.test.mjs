// What is found in every dump of tests/dumps is what its program really does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "../../scripts/lib/accuracy.mjs";
import { readCauses, uncaptured } from "../../scripts/lib/causes.mjs";
import { nativeBinary, reportTexts } from "../../scripts/lib/native.mjs";
import { readCases } from "../../scripts/lib/truth.mjs";

const cases = readCases().filter(({ set }) => set === "tests/dumps");
const texts = await reportTexts(
  nativeBinary(),
  cases.map(({ path }) => path),
);
const judged = cases.map((one, index) => {
  const report = texts[index] === null ? null : JSON.parse(texts[index]);
  return { ...one, ...judge(one, report), report };
});
const list = (some) =>
  some.map(({ id, accept, first }) => `${id}: ${accept.join(" or ")}, not ${first}`);

test("nothing above info is found in a healthy program, unless the dump holds too little", () => {
  const healthy = judged.filter((one) => one.class === "healthy" && !one.hard);
  assert.ok(healthy.length > 0);
  assert.deepEqual(list(healthy.filter(({ kind }) => kind !== "right")), []);
});

test("a healthy program whose dump holds too little gets no critical finding", () => {
  const accused = judged
    .filter((one) => one.class === "healthy" && one.hard)
    .flatMap(({ id, report }) => report.findings.map((finding) => ({ id, ...finding })))
    .filter(({ severity }) => severity === "critical");
  assert.deepEqual(
    accused.map(({ id, cause }) => `${id}: ${cause}`),
    [],
  );
});

test("the first finding names the cause, unless the dump holds too little", () => {
  const sick = judged.filter((one) => one.class !== "healthy" && !one.hard);
  assert.ok(sick.length > 0);
  assert.deepEqual(list(sick.filter(({ kind }) => kind !== "right")), []);
});

test("every cause is found in a real dump", () => {
  const found = new Set(judged.flatMap(({ report }) => report?.findings.map(({ cause }) => cause)));
  const never = readCauses([]).filter(({ id }) => !found.has(id) && !uncaptured.has(id));
  assert.deepEqual(
    never.map(({ id }) => id),
    [],
  );
});

test("evidence cites goroutines that the dump shows, and one speaks against", () => {
  const wrong = judged.flatMap(({ id, report }) => {
    const ids = new Set(report.groups.flatMap(({ goroutineIds }) => goroutineIds));
    return report.findings
      .filter(
        ({ evidence }) =>
          !evidence.some(({ supports }) => !supports) ||
          evidence.some(({ goroutineIds }) => goroutineIds.some((one) => !ids.has(one))),
      )
      .map(({ cause }) => `${id}: ${cause}`);
  });
  assert.deepEqual(wrong, []);
});
