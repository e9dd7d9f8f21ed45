// Handlers of each style and of each way to go wrong, written by hand.
const text = ({ key1 = "Default Key 1", key2 = "Default Key 2" }) => `Hello from Lambda ${key1} ${key2}`;

exports.answer = async (event) => text(event);
exports.fail = async () => {
  throw new RangeError("no such key");
};
exports.circular = async () => {
  const value = {};
  value.self = value;
  return value;
};
exports.big = async () => 1n;
exports.environment = async () => process.env.LOG_TABLE ?? null;
exports.name = async (event, context) => context.functionName;

exports.callback = (event, context, callback) => callback(null, text(event));
exports.callbackFails = (event, context, callback) => callback(new RangeError("no such key"));
exports.callbackTwice = (event, context, callback) => {
  callback(null, "first");
  callback(null, "second");
};
exports.callbackThrows = (event, context, callback) => {
  if (callback) throw new TypeError("thrown");
};
exports.callbackUnused = async (event, context, callback) => `${text(event)} ${typeof callback}`;
exports.callbackTimer = (event, context, callback) => {
  setTimeout(() => console.log("timer"), 50);
  callback(null, "early");
};
exports.silent = () => "lost";

exports.succeed = (event, context) => context.succeed(text(event));
exports.done = (event, context) => context.done(null, text(event));
exports.contextFails = (event, context) => context.fail(new RangeError("no such key"));
exports.contextFailsBare = (event, context) => context.fail();
exports.notFunction = "text";
