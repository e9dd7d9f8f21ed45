import type { Context } from "aws-lambda";

export function handler(event: string[], context: Context): string {
  const id: number = context.awsRequestId;
  return event[0].trim() + String(id);
}

Promise.resolve(1);
