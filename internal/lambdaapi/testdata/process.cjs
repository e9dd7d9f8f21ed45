// Handlers that end or outlive their process.
const { spawn } = require("node:child_process");

exports.exit = async () => process.exit(3);
exports.spawn = () =>
  new Promise((resolve) => {
    const listen = "const s = net.createServer().listen(0, '127.0.0.1', () => console.log('127.0.0.1:' + s.address().port))";
    const child = spawn(process.execPath, ["-e", listen], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.once("data", (address) => resolve(String(address).trim()));
  });
exports.streams = awslambda.streamifyResponse(async (event, stream) => {
  stream.write("Hello ");
  if (event.fail) throw new RangeError("half way");
  stream.end("from Lambda");
});
