// Package player plays one side of the matches of a run: the committer's or the challenger's, with the same code.
package player
