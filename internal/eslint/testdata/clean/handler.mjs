export const handler = async ({ key1 = "a" }) => `Hello ${key1} on ${process.version}`;
