// Package proof holds no code but tests: it generates functions over the whole product, every axis of a Spec with its
// odd values, and proves of them what holds for all: the same bytes everywhere, code that runs under AWS's own clients,
// tests that notice what breaks, requests and policies that AWS's own models take. What one function looks like is shown
// by the goldens of package generator.
//
// What needs no program but this one looks at pairwise variants, in which every pair of choices occurs, and some hundred
// of the product: every trigger and every access everyday. What real programs do costs more, so that two runs share it:
//
//   - everyday (go test ./...) they take few functions, in few processes: a sample of the pairwise variants for each
//     language, functions that have all triggers of one model together, a sample of the mutations, and what cfn-lint says
//     of all triggers and all accesses in one partition;
//   - with SCAFFOLD_PROOF=1, as in .ci/run, a large sample of the product for each language, each trigger in each style,
//     each partition, every mutation in each style, and the printed commands in a shell.
//
// Texts and values that nobody means well are tried by TestHostileTexts and TestParameters: what comes of them is parsed, and
// holds them as they were. docs/security.md says what is promised of that.
//
// What a function makes of events is one table of cases for all languages (TestCases): case_test.go runs it, and the files
// whose names begin with case make it, one for each kind of question.
//
// Both runs are bounded by budgets and not by the product: budget says how many functions of a language a proof takes. Real
// programs come from bash .ci/parts; a test without its part is skipped, and fails in CI.
package proof
