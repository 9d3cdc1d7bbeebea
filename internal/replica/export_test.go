package replica

import "time"

// Genuine is the check of what a node tells of a commitment.
var Genuine = (*Replica).genuine

// Slow lets the machine believe that a step takes an hour.
func (r *Replica) Slow() { r.first.times = []time.Duration{time.Hour} }
