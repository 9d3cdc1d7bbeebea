package replica

// Genuine is the check of what a node tells of a commitment.
var Genuine = (*Replica).genuine
