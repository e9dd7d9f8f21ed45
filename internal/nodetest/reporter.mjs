// Reports each test that has ended as a line of JSON with the file that it stands in, and then that all have ended.
export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" && type === "test:pass") continue;
    const cause = data.details?.error?.cause ?? data.details?.error;
    yield JSON.stringify({
      file: data.file ?? "",
      name: data.name,
      failed: type === "test:fail" && data.todo === undefined,
      skipped: data.skip !== undefined || data.todo !== undefined,
      error: type === "test:fail" ? String(cause?.stack ?? cause) : "",
    }) + "\n";
  }
  yield JSON.stringify({ summary: true }) + "\n";
}
