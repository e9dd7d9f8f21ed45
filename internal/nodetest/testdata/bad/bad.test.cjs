const assert = require("node:assert/strict");
const { describe, test } = require("node:test");

describe("sums", () => {
  test("adds", () => assert.equal(1 + 1, 2));
  test("subtracts", () => assert.equal(1 - 1, 2));
});
