// An ES module, in which nothing of CommonJS exists.
export const handler = async (event) => `module ${event.key1} ${typeof require}`;
