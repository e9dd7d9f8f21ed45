// An ES module in a .js file without "type": "module": a syntax error on nodejs22.x.
export const handler = async () => "detected";
