const path = require("node:path");

exports.handler = (event, context, callback) => callback(null, path.basename(__filename));
