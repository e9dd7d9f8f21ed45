package main

import (
	"runtime"
	"sync"
)

// inOrder does the n works at once, as far as the machine can, and reports each as soon as it and all before it are done.
// No more than a few are ahead of the report, so that memory does not grow with n.
func inOrder[T any](n int, work func(i int) T, report func(i int, result T)) {
	workers := runtime.GOMAXPROCS(0)
	type job struct {
		i    int
		done chan T
	}
	jobs := make(chan job, workers)
	running := make(chan chan T, 32*workers)
	var all sync.WaitGroup
	for range min(n, workers) {
		all.Go(func() {
			for j := range jobs {
				j.done <- work(j.i)
			}
		})
	}
	go func() {
		defer close(running)
		defer close(jobs)
		for i := range n {
			done := make(chan T, 1)
			running <- done
			jobs <- job{i, done}
		}
	}()
	i := 0
	for done := range running {
		report(i, <-done)
		i++
	}
	all.Wait()
}
