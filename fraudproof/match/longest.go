package match

import "github.com/commonweight/commonweight/fraudproof/merkle"

// Longest returns how long a match lasts at most, from its start to the last moment of its last turn, where the program's list has that
// many entries and the disputed output that many leaves; math.MaxUint32 of both is the most that any match can have. Then anyone ends it.
//
// A side that spends all it has in its first turn has the whole extension in each later one, so turns add up: nobody can gain by saving.
// What both clocks lose at the start either side could have spent alone, so the longest match begins at once; or, if a clock is hardly
// longer than an extension, when both clocks have run out.
//
// Units: seconds.
func (t Terms) Longest(operators, leaves uint64) uint64 {
	left := max(uint64(t.Clock), uint64(t.HistoryExtension))
	turns := t.turns(operators, leaves)
	longest := max(left+max(left, turns[1]), left+turns[0]+turns[1])
	for _, extension := range turns[2:] {
		longest += extension
	}
	return longest
}

// turns are the extensions of all turns after the start, of either side by turns, on the longest way down.
func (t Terms) turns(operators, leaves uint64) []uint64 {
	g := Game{MoveExtension: t.MoveExtension, ListExtension: t.ListExtension}
	list := []uint64{uint64(t.HistoryExtension)}
	next := func(p Phase, below int) {
		g.Below = below
		list = append(list, uint64(g.extension(p)))
	}
	for below := merkle.Depth(uint64(t.Steps)+1) - merkle.RoundLevels; below > 0; below -= merkle.RoundLevels {
		next(PhaseSteps, below-min(below, merkle.RoundLevels))
	}
	for range rounds(operators) {
		next(PhaseTrace, 0)
	}
	next(PhaseBind, 0)
	for range rounds(leaves) {
		next(PhaseTiles, 0)
	}
	for _, p := range []Phase{PhaseElement, PhaseFolds, PhaseBlocks, PhaseLeaf} {
		next(p, 0)
	}
	return list
}

// rounds is how often a list of that length is opened.
func rounds(length uint64) int {
	return max(1, (merkle.Depth(length)+merkle.RoundLevels-1)/merkle.RoundLevels)
}
