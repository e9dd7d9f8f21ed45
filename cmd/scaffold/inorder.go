package main

import "runtime"

// inOrder does the n works at once, as far as the machine can, and reports each as soon as it and all before it are done.
// No more than a few are ahead of the report, so that memory does not grow with n.
func inOrder[T any](n int, work func(i int) T, report func(i int, result T)) {
	window := 2 * runtime.GOMAXPROCS(0)
	running := make(chan chan T, window)
	go func() {
		defer close(running)
		for i := range n {
			done := make(chan T, 1)
			running <- done
			go func() { done <- work(i) }()
		}
	}()
	i := 0
	for done := range running {
		report(i, <-done)
		i++
	}
}
