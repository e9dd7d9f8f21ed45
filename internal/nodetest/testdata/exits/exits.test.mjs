import { test } from "node:test";

test("passes", () => {});
test("ends the process", () => process.exit(3));
