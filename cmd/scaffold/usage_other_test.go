//go:build !unix

package main

func writeUsage(string) {}
