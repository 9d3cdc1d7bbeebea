//go:build !amd64

package kernel

func lookup(level string) (*Set, error) {
	if level == LevelAVX2 || level == LevelAVX512 {
		return nil, ErrUnsupported
	}
	return nil, ErrLevel
}
