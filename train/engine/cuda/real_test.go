//go:build cuda && !fakedriver && linux && amd64

package cuda

// steps is how many states of a run are compared: all.
func steps(_, states int) int { return states }
