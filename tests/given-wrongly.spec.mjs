// What the host gives and the element does not know: told to the host by its names, to the doctor in words, and never with the values.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, open } from "./support/doctor.mjs";
import { element, told } from "./support/host.mjs";
import { house } from "./support/house.mjs";

const here = house();
const HOST = "/pages/host.html?region=midt&storage=none";
const notices = (page) => page.locator('[data-part="notices"]');

for (const property of ["context", "answers"]) {
  test(`unknown ids in ${property} are named to the host, and not shown raw to the doctor`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: HOST });
      const given = { "age-years": 58, barthel: 60, patient_colour: "blue", xYz: 1 };
      await element(page, (one, [property, given]) => { one[property] = given; }, [property, given]);
      await notices(page).filter({ hasText: "ikke tatt med" }).waitFor();
      const [{ detail }] = await told(page, "hs-error");
      assert.equal(detail.code, property);
      assert.deepEqual([...detail.questions].sort(), ["barthel", "patient_colour", "xYz"]);
      const shown = await notices(page).innerText();
      for (const id of ["patient_colour", "xYz"]) assert.ok(!shown.includes(id), shown);
      assert.deepEqual(await element(page, (one) => one.answers), { "age-years": 58 });
    });
  });

  test(`${property} that is no table is told as ${property}`, async () => {
    await here.visit({}, async (page) => {
      await open(page, { path: HOST });
      await answer(page, "age-years", 58);
      for (const rubbish of [42, "goal", ["goal"], true]) {
        await element(page, (one, [property, rubbish]) => { one[property] = rubbish; }, [property, rubbish]);
      }
      for (const { detail } of await told(page, "hs-error")) {
        assert.deepEqual(detail, { code: property, problems: [`${property} is a table by question id`] });
      }
      assert.equal((await told(page, "hs-error")).length, 4);
      assert.deepEqual(await element(page, (one) => one.answers), { "age-years": 58 });
    });
  });
}

test("hs-error, which a portal may keep in a log, repeats nothing of what was given", async () => {
  await here.visit({}, async (page) => {
    await open(page, { path: HOST });
    await element(page, (one) => {
      one.context = { purpose: "HEMMELIG", "age-years": "HEMMELIG", goal: ["HEMMELIG"], "local-measures": ["HEMMELIG"], barthel: 987654 };
      one.answers = "HEMMELIG";
    });
    const errors = await told(page, "hs-error");
    assert.equal(errors.length, 2);
    assert.doesNotMatch(JSON.stringify(errors), /HEMMELIG|987654/);
    assert.match(JSON.stringify(errors), /purpose.*age-years|age-years.*purpose/);
  });
});
