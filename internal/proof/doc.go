// Package proof holds no code but tests: it generates functions over the whole product, every axis of a Spec with its
// odd values, and proves of them what holds for all: the same bytes everywhere, code that runs under AWS's own clients,
// tests that notice what breaks, requests and policies that AWS's own models take. What one function looks like is shown
// by the goldens of package generator.
//
// The everyday tests take a set of variants in which every pair of choices occurs; with SCAFFOLD_PROOF=1 they take a
// large sample of the full product. Real programs come from bash .ci/parts; a test without its part is skipped, and
// fails in CI.
package proof
