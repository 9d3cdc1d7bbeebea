// Package demander asks on chain for bytes that this machine lacks and no store gives, and takes in what is shown there.
//
//	a leaf of the dataset      without which a window can't be replayed: demanded one by one, if all that are missing fit into what a demander
//	                           may spend; each answer's leaf, whoever asked for it, is checked and kept, and the window is judged again
//	a key frame's checkpoint   that must stay available: four tiles are demanded once. Who shows them has the bytes, who doesn't loses half of
//	                           the bond; either way there is nothing to gain from asking twice
//
// A withheld state that isn't a key frame is never demanded: it can be recomputed from the key frame below. A demand prepays a fee, which doubles with
// each demand on the same commitment, goes to whoever answers, and comes back if nobody does. All that decides is read from the chain: a process
// that lost its memory neither asks twice nor spends more. Unanswered demands are ended by the keeper.
//
// It knows neither who is right about a window nor what a checkpoint holds.
package demander
