//go:build !unix

package bench

func processorTime() float64 { return 0 }
