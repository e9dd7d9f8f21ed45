import { readFileSync } from "node:fs";
import type { Context } from "aws-lambda";

export const handler = (event: string[], context: Context): string => {
  return `${context.awsRequestId} ${event[0] ?? ""} ${readFileSync("/dev/null", "utf8")}`;
};
