#!/usr/bin/env bash
# aws_lambda_events 1.2.1 (Rust): the digits behind the point of a Kinesis record's approximateArrivalTimestamp are read as a
# count of milliseconds, not as a decimal fraction. 1545084650.1 (a tenth of a second) becomes 1 ms, and 1545084650.05 (50 ms)
# becomes 5 ms; only values with exactly three digits are right. AWS documents samples with three digits; JSON that a test, a
# replay or another producer writes anew loses trailing zeros, as any JSON number does.
# The field is seconds since the epoch: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Record.html
# A function that measures the age of records with it is up to 0.9 seconds off. Derive times from the raw JSON instead.
#
# Seen with rustc 1.95: the three lines that are expected below. Needs cargo.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"

[dependencies]
aws_lambda_events = { version = "=1.2.1", default-features = false, features = ["kinesis"] }
serde_json = "=1.0.145"
TOML
cat > src/main.rs <<'RUST'
use aws_lambda_events::event::kinesis::KinesisEvent;

fn main() {
    for seconds in ["1545084650.987", "1545084650.1", "1545084650.05"] {
        let text = r#"{"Records": [{
            "eventSource": "aws:kinesis", "eventVersion": "1.0", "eventName": "aws:kinesis:record",
            "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
            "invokeIdentityArn": "arn:aws:iam::123456789012:role/worker", "awsRegion": "us-east-2",
            "eventSourceARN": "arn:aws:kinesis:us-east-2:123456789012:stream/orders",
            "kinesis": {"kinesisSchemaVersion": "1.0", "partitionKey": "1", "data": "e30=",
                "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                "approximateArrivalTimestamp": SECONDS}}]}"#
            .replace("SECONDS", seconds);
        let event: KinesisEvent = serde_json::from_str(&text).unwrap();
        let arrival = &event.records[0].kinesis.approximate_arrival_timestamp;
        println!("{seconds} s is read as {} ms", arrival.timestamp_millis());
    }
}
RUST
seen=$(cargo run --quiet)
expected='1545084650.987 s is read as 1545084650987 ms
1545084650.1 s is read as 1545084650001 ms
1545084650.05 s is read as 1545084650005 ms'
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'this has changed; it was:\n%s\n' "$expected" >&2; exit 1; }
