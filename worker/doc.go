// Package worker earns: it takes a run's lease, computes the window, publishes the state and commits its root. One process per key.
//
//	free lease    hold and check the head's state → does a window fit the deadline? → acquire
//	own lease     k steps, one of them again on a second engine, all of them twice on a GPU → publish → read back → commit
//	meanwhile     a keeper finalises, claims and withdraws; a prover, where there is one, proves what is committed
//
// Whatever stops it, at any instruction, it starts again from two things: the chain, which says whose the lease is, and a journal, which
// saves steps, not decisions. A step is a pure function, so a window that is computed twice is the same commitment; a journal that is lost,
// half written or damaged costs time and nothing else. That is why an honest worker never loses a bond: it takes a lease only if its own
// measured step time leaves at least half of the deadline unused, and one that it can't finish any more it gives back as soon as it knows.
//
// It knows nothing of challenges and ballots; that its window was voted out it learns from the chain like everyone else.
package worker
