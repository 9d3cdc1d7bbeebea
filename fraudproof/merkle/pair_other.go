//go:build !amd64

package merkle

func hasSHA() bool { return false }

func hasAVX512() bool { return false }

func hashPair(_, _, _ *byte, _ int) { panic("merkle: no such instructions") }

func hashSixteen(_ *byte, _ **byte, _, _ int, _ *byte) { panic("merkle: no such instructions") }
