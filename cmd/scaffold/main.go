// Command scaffold creates AWS Lambda functions and keeps them in order.
//
// This package knows people: commands, flags, streams and exit codes. It joins what the packages below generator know and
// decides nothing about a function itself. A command is a file: its options, the constructor of its cobra command, and what
// it runs. What it takes from the machine stands in System; what it says to people goes through voice.
package main

import "os"

func main() { os.Exit(run(machine(), os.Args[1:])) }
