// Package plot owns pictures, as SVG files: Loss is a run's loss step by step, Lines are quantities over one another. It draws plain numbers
// and knows nothing of where they come from.
//
// The same numbers give the same bytes. Colours are of middle brightness on no background, so that the picture reads on a light and on a
// dark page alike, and nothing is told by colour alone: what was rejected is also dashed and named, and each line has dashes of its own.
package plot
