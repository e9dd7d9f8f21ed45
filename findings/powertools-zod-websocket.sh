#!/usr/bin/env bash
# @aws-lambda-powertools/parser 2.35.0: APIGatewayProxyWebsocketEventSchema refuses the messages of a WebSocket API. It asks for
# type and methodArn, which only the event of a REQUEST authorizer has, and for headers and query parameters, which only
# $connect has. A message as AWS documents it has requestContext, body and isBase64Encoded:
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
# Derive a schema from it with these members optional before you parse messages.
#
# Needs npm and Node.js 20 or later.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund @aws-lambda-powertools/parser@2.35.0 zod@4.1.12 > install.log 2>&1 || { cat install.log >&2; exit 1; }
cat > try.mjs <<'JS'
import { APIGatewayProxyWebsocketEventSchema } from "@aws-lambda-powertools/parser/schemas";

const message = {
  requestContext: {
    routeKey: "$default",
    messageId: "JMWgyd5cAMCEMug=",
    eventType: "MESSAGE",
    messageDirection: "IN",
    connectionId: "JMWgycfGAMCEMug=",
    connectedAt: 1763287200000,
    requestTime: "16/Nov/2025:10:00:01 +0000",
    requestTimeEpoch: 1763287201000,
    requestId: "JMWgyG2rAMCFk6A=",
    extendedRequestId: "JMWgyG2rAMCFk6A=",
    identity: { sourceIp: "192.0.2.1" },
    domainName: "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com",
    apiId: "a1b2c3d4e5",
    stage: "prod",
  },
  body: "{}",
  isBase64Encoded: false,
};
const result = APIGatewayProxyWebsocketEventSchema.safeParse(message);
console.log(result.success ? "taken" : result.error.issues.map((issue) => `wants ${issue.path.join(".")}`).join("\n"));
JS
seen=$(node try.mjs)
expected='wants type
wants methodArn
wants multiValueHeaders
wants queryStringParameters
wants multiValueQueryStringParameters'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'this has changed; it was:\n%s\n' "$expected" >&2; exit 1; }
