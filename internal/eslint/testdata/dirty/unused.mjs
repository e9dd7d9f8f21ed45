import path from "node:path";

export const handler = async (event) => require("node:fs");
