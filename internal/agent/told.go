package agent

// Told remembers what was last said of each subject: an agent looks at everything again with each block, and isn't to say the same each time.
type Told[K comparable] map[K]string

// Once says whether text is not what was last said of the subject, and remembers it. An empty text is said of nobody of whom nothing was.
func (t Told[K]) Once(subject K, text string) bool {
	if t[subject] == text {
		return false
	}
	t[subject] = text
	return true
}
