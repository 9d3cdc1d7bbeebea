package bench

// spell is how long something took: by the clock, and by what the threads of the process spent on processors.
type spell struct{ wall, processor float64 }

func (t spell) each(times int) spell {
	return spell{t.wall / float64(times), t.processor / float64(times)}
}

// on is what counts for work on so many threads. One thread's processor time is its time on an idle machine, and stays it on a busy one;
// of several threads some may only wait, and that mustn't count as work.
func (t spell) on(threads int) float64 {
	if threads == 1 && t.processor > 0 {
		return t.processor
	}
	return t.wall
}
