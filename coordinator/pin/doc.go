// Package pin keeps what must stay available, and says what can't be had: the RunSpec and data of every run, the checkpoint of every window
// that isn't final, of every key frame and of the newest final windows. It reads the index and a store of contents; it sends no transaction.
//
//	wanted   what the index says must be kept now
//	take     a content is read to its end, bounded, by its CID; a checkpoint's state root is compared with the chain; then it is pinned
//	prune    what has been unwanted for a while is let go of; its loss stays known
//	Status   what is kept, what is missing since when and why, and checkpoints that aren't what was committed
//	Losses   the loss after each window, out of checkpoints whose root is the committed one
//
// A content that can't be fetched is no evidence against anybody: it is asked for again, less and less often.
package pin
